/* What a bot sends may be of any shape: what cannot be drawn says so, and the rest of the page goes on. */
import {Component, h} from "preact";

export class Safe extends Component {
  componentDidCatch(trouble) {
    this.setState({trouble: String(trouble.message ?? trouble)});
  }

  render({children, what}, {trouble}) {
    return trouble ? h("p", {class: "error"}, `${what} cannot be drawn: ${trouble}`) : children;
  }
}
