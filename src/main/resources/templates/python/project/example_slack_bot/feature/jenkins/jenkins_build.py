"""`build JOB`: starts a job, `FOLDER/JOB` for one in a folder.

It takes no parameters from Slack, since they often end in a shell.
https://www.jenkins.io/doc/book/using/remote-access-api/
"""

import re

from ..private_systems import Change, Offer, Reply, SystemClient, SystemTrouble, Watch, Words
from ..private_systems.fields import object_in, text_in
from ..private_systems.system_client import encoded

_PART = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}"
_JOB = f"{_PART}(/{_PART}){{0,7}}"
_ITEM = r"/queue/item/([0-9]{1,18})/?\Z"


class Build(Change):
    name = "build"
    usage = "build JOB"

    def __init__(self, jenkins: SystemClient, watch: Watch) -> None:
        self._jenkins = jenkins
        self._watch = watch

    def accepts(self, words: Words) -> bool:
        return len(words) == 1 and re.fullmatch(_JOB, words[0]) is not None

    def offer(self, words: Words) -> Offer:
        job = words[0]
        answer = self._jenkins.get(f"{_path(job)}/api/json?tree=buildable,lastBuild%5Bnumber,result%5D")
        found = self._jenkins.json(_known(job, answer))
        if text_in(found, "buildable") == "false":
            raise SystemTrouble(f"Jenkins cannot build {job}: it is disabled, or a folder.")
        last = object_in(found, "lastBuild")
        number = f" Its last build is #{text_in(last, 'number')}." if last else ""
        return Offer(f"Start the job {job} in Jenkins.{number}")

    def carry_out(self, words: Words, pin: str, by: str) -> str:
        job = words[0]
        answer = self._jenkins.post(f"{_path(job)}/build", "application/x-www-form-urlencoded", "")
        if answer.status == 400:
            raise SystemTrouble(f"Jenkins wants parameters for {job}: start it there.")
        if _known(job, answer).status != 201:
            raise self._jenkins.refused(answer)
        # Jenkins names the address that it was set up with; only the number counts.
        item = re.search(_ITEM, answer.headers.get("Location", ""))
        begun = self._watch.until(lambda: self._begun(job, item[1])) if item else None
        return begun or f"{job} is in the queue of Jenkins."

    def _begun(self, job: str, item: str) -> str | None:
        found = self._jenkins.json(
            self._jenkins.get(f"/queue/item/{item}/api/json?tree=cancelled,executable%5Bnumber,url%5D")
        )
        if text_in(found, "cancelled") == "true":
            return f"The build of {job} was cancelled in the queue."
        build = object_in(found, "executable")
        return f"Build #{text_in(build, 'number')} of {job} has begun: {text_in(build, 'url')}" if build else None


def _known(job: str, answer: Reply) -> Reply:
    if answer.status == 404:
        raise SystemTrouble(f"Jenkins knows no job {job}, or does not let the bot see it.")
    return answer


def _path(job: str) -> str:
    return "".join(f"/job/{encoded(part)}" for part in job.split("/"))
