/* A chime for what was missed, if a person wants to hear it. */
import {h} from "preact";
import {useEffect, useRef, useState} from "preact/hooks";

const KEY = "sound";
const SECONDS = 0.3;

const isOn = () => localStorage.getItem(KEY) === "on";

function chime() {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.gain.setValueAtTime(0.2, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + SECONDS);
  const tone = audio.createOscillator();
  tone.frequency.value = 880;
  tone.connect(volume).connect(audio.destination);
  tone.onended = () => audio.close();
  tone.start();
  tone.stop(audio.currentTime + SECONDS);
}

/* latest: the time of the latest message that was missed */
export function useChime(latest) {
  const before = useRef(latest ?? "");
  useEffect(() => {
    if (isOn() && latest > before.current) chime();
    before.current = latest ?? before.current;
  }, [latest]);
}

export function Sound() {
  const [on, setOn] = useState(isOn());
  const toggle = () => {
    localStorage.setItem(KEY, on ? "off" : "on");
    setOn(!on);
    if (!on) chime();
  };
  const label = on ? "No sound for what was missed" : "A sound for what was missed";
  return h("button", {class: "plain", title: label, "aria-label": label, "aria-pressed": String(on), onClick: toggle},
      on ? "🔊" : "🔇");
}
