/*
 * What a bot sends may be of any shape: what cannot be drawn says so, and the rest of the page goes on.
 *
 * of: what is drawn; another one is tried anew
 */
import {Component, h} from "preact";

export class Safe extends Component {
  componentDidCatch(trouble) {
    this.setState({trouble: String(trouble.message ?? trouble), failed: this.props.of});
  }

  render({children, what, of}, {trouble, failed}) {
    return trouble && failed === of ? h("p", {class: "error"}, `${what} cannot be drawn: ${trouble}`) : children;
  }
}
