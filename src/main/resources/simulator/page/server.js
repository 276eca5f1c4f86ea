/* The local Slack's endpoints, which transport-advisor help control-api explains. */

async function ask(path, options) {
  const response = await fetch(`/simulator/${path}`, options);
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.error ?? `The local Slack answers ${response.status}.`);
  }
  return answer;
}

export const read = (path) => ask(path, {});

export const post = (path, body) => ask(path, {
  method: "POST",
  headers: {"Content-Type": "application/json"},
  body: JSON.stringify(body),
});
