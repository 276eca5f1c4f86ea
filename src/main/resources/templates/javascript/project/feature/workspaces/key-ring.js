import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ID_BYTES = 4;

/**
 * Locks texts away with AES-GCM: who reads the database cannot read them, and who writes it cannot change them or put
 * one in the place of another. The first key locks, each of them opens, so that a key can be replaced. See
 * https://csrc.nist.gov/pubs/sp/800/38/d/final
 */
export class KeyRing {
  /** @type {Map<string, Buffer>} */
  #keys = new Map();
  #current;

  /**
   * @param {string} encoded keys of 32 random bytes in Base64, separated by commas, the one that locks first
   * @throws {RangeError} when one is something else
   */
  constructor(encoded) {
    const keys = encoded.split(',').map(keyOf);
    for (const key of keys) {
      this.#keys.set(idOf(key), key);
    }
    this.#current = /** @type {Buffer} */ (keys[0]);
  }

  /**
   * @param {string} text
   * @param {string} place where it will lie, such as a row's key: it opens nowhere else
   */
  lock(text, place) {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#current, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(place));
    const locked = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${idOf(this.#current)}:${locked.toString('base64')}`;
  }

  /**
   * @param {string} locked
   * @param {string} place
   * @throws {Error} when its key is not on the ring, or it was changed or lay elsewhere
   */
  open(locked, place) {
    const [id = '', encoded = ''] = locked.split(':');
    const key = this.#keys.get(id);
    if (key === undefined) {
      throw new Error(`TOKEN_KEY lacks the key ${id}, with which tokens are encrypted. Add it behind a comma.`);
    }
    const all = Buffer.from(encoded, 'base64');
    try {
      const decipher = createDecipheriv(ALGORITHM, key, all.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(all.subarray(-TAG_BYTES));
      return decipher.update(all.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new Error('A stored token was changed, or belongs elsewhere');
    }
  }

  /** Whether it was locked with a key of the ring that is not the first. @param {string} locked */
  isOld(locked) {
    const [id = ''] = locked.split(':');
    return this.#keys.has(id) && id !== idOf(this.#current);
  }
}

/** @param {string} encoded */
function keyOf(encoded) {
  const text = encoded.trim();
  const key = Buffer.from(text, 'base64');
  if (!BASE64.test(text) || key.length !== KEY_BYTES) {
    throw new RangeError(`A key has ${KEY_BYTES} bytes in Base64`);
  }
  return key;
}

/** Tells keys apart, and says nothing about any. @param {Buffer} key */
function idOf(key) {
  return createHash('sha256')
    .update(key)
    .digest('hex')
    .slice(0, 2 * ID_BYTES);
}
