import {h, render} from "preact";
import {App} from "./app.js";
import {follow} from "./store.js";

render(h(App), document.getElementById("page"));
follow();
