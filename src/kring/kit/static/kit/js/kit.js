// What every page does by itself: the way out, one press one act, whether everything is safe, and whether somebody is there.

import "./exit.js";
import "./idle.js";
import "./once.js";
import "./status.js";
