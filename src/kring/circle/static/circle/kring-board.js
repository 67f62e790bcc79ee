// The circle on its own page.

import { Board } from "./board.js";

customElements.define("kring-board", Board);
