// The texts of the page in one of its languages, and numbers as that language writes them.

export const languages = ["nl", "fr", "en"];
const locales = { nl: "nl-BE", fr: "fr-BE", en: "en-GB" };
let texts = {};
let language = "en";

/** The language that was chosen before, else the browser's, else English. */
export function usualLanguage() {
  const asked = [localStorage.getItem("language"), ...navigator.languages.map((l) => l.slice(0, 2))];
  return asked.find((l) => languages.includes(l)) ?? "en";
}

export async function setLanguage(name) {
  const response = await fetch(`/page/text.${name}.json`);
  texts = await response.json();
  language = name;
  localStorage.setItem("language", name);
  document.documentElement.lang = name;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = t(element.dataset.text);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", t(element.dataset.label));
  }
}

/** A text with its `{places}` filled; a missing one shows as `??key??`. */
export function t(key, values = {}) {
  const text = texts[key] ?? `??${key}??`;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A text, or what stands for it where there is none: names of figures that come later. */
export function known(key, otherwise) {
  return texts[key] ?? otherwise;
}

const none = "–";

export function number(value, decimals = 0) {
  if (value === undefined || value === null || !Number.isFinite(value)) return none;
  return value.toLocaleString(locales[language], {
    minimumFractionDigits: decimals, maximumFractionDigits: decimals,
  });
}

/** With its sign, for differences. */
export function signed(value, decimals = 0) {
  const text = number(Math.abs(value ?? NaN), decimals);
  if (text === none) return text;
  const isZero = Number(Math.abs(value).toFixed(decimals)) === 0;
  return isZero ? text : (value > 0 ? "+" : "−") + text;
}

/** Seconds as minutes. */
export function minutes(seconds, decimals = 0) {
  return number(seconds === undefined || seconds === null ? undefined : seconds / 60, decimals);
}

/** Seconds of a service day as `HH:MM`. */
export function clock(seconds) {
  const whole = Math.floor(((seconds % 86400) + 86400) % 86400 / 60);
  const text = `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
  if (seconds >= 86400) return `${text} ${t("next_day")}`;
  return seconds < 0 ? `${text} ${t("day_before")}` : text;
}

export function date(text) {
  return new Date(text).toLocaleString(locales[language], { dateStyle: "medium", timeStyle: "short" });
}
