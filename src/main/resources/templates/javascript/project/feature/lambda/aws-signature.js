import { createHash, createHmac } from 'node:crypto';

/** @typedef {{accessKeyId: string, secretAccessKey: string, sessionToken: string}} Credentials */

/**
 * The headers of a POST that AWS takes for one of these credentials: Signature Version 4. The whole of AWS's SDK would
 * take its time at each cold start. See
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 *
 * @param {{url: URL, body: string, region: string, service: string, headers: Record<string, string>}} request headers
 *     have names in small letters
 * @param {Credentials} credentials
 * @param {Date} now
 * @returns {Record<string, string>}
 */
export function signed({ url, body, region, service, headers }, credentials, now) {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const day = time.slice(0, 8);
  const all = {
    ...headers,
    host: url.host,
    'x-amz-date': time,
    ...(credentials.sessionToken !== '' && { 'x-amz-security-token': credentials.sessionToken }),
  };
  const names = Object.keys(all).sort();
  const lines = names.map((name) => `${name}:${/** @type {Record<string, string>} */ (all)[name]}\n`).join('');
  // A path is encoded once more than it stands in the request.
  const path = url.pathname.split('/').map(encodeURIComponent).join('/');
  const canonical = ['POST', path, '', lines, names.join(';'), sha256(body)].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const key = [day, region, service, 'aws4_request'].reduce(hmac, Buffer.from(`AWS4${credentials.secretAccessKey}`));
  const signature = hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')).toString('hex');
  const credential = `Credential=${credentials.accessKeyId}/${scope}`;
  return {
    ...all,
    authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  };
}

/** @param {string} text */
function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** @param {Buffer} key @param {string} text */
function hmac(key, text) {
  return createHmac('sha256', key).update(text).digest();
}
