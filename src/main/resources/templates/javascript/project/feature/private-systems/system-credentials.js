/** What a system knows the bot by. No text of it shows a secret. */
export class SystemCredentials {
  static NONE = new SystemCredentials(undefined, []);

  #header;
  #secrets;

  /** @param {string | undefined} header @param {string[]} secrets */
  constructor(header, secrets) {
    this.#header = header;
    this.#secrets = secrets;
  }

  /** @param {string} token */
  static bearer(token) {
    return new SystemCredentials(`Bearer ${token}`, [token]);
  }

  /** @param {string} user @param {string} password */
  static basic(user, password) {
    const encoded = Buffer.from(`${user}:${password}`).toString('base64');
    return new SystemCredentials(`Basic ${encoded}`, [encoded, password]);
  }

  /** The value of the header Authorization, if there is one. */
  header() {
    return this.#header;
  }

  /** A text that may hold them, since systems send back what they were sent. @param {string} text */
  hiddenIn(text) {
    return this.#secrets.filter(Boolean).reduce((hidden, secret) => hidden.replaceAll(secret, '...'), text);
  }
}
