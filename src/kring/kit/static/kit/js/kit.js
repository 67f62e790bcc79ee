// What every page does by itself: the way out, one press one act, and whether everything is safe.

import "./exit.js";
import "./once.js";
import "./status.js";
