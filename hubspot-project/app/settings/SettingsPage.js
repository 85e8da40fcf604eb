// Made by scripts/bundle-cards.mjs from extensions/src/SettingsPage.entry.tsx: edit that.
var __defProp = Object.defineProperty;
var __defNormalProp = (obj, key, value) => key in obj ? __defProp(obj, key, { enumerable: true, configurable: true, writable: true, value }) : obj[key] = value;
var __publicField = (obj, key, value) => __defNormalProp(obj, typeof key !== "symbol" ? key + "" : key, value);

// extensions/src/SettingsPage.entry.tsx
import { hubspot as hubspot3 } from "@hubspot/ui-extensions";

// extensions/src/SettingsPage.tsx
import { Alert as Alert12, Button as Button26, ErrorState as ErrorState3, Flex as Flex50, LoadingSpinner as LoadingSpinner9, Text as Text44 } from "@hubspot/ui-extensions";

// extensions/src/backend/card-api.ts
function backendOrigin({ variables }) {
  const origin = variables?.["API_ORIGIN"];
  return typeof origin === "string" ? origin : void 0;
}

// extensions/src/parts/CardFrame.tsx
import { Button, ErrorState, Flex, LoadingSpinner, Text } from "@hubspot/ui-extensions";

// extensions/src/words/formats.ts
function formatsOf({ user, portal }, zone) {
  const locale = usable(user.locale);
  const timeZone = zone ?? portal.timezone;
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium" });
  const moment = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium", timeStyle: "short" });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const parts = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return {
    day: (at) => day.format(at),
    moment: (at) => moment.format(at),
    number: (value) => number.format(value),
    calendarDay: (at) => {
      const of = (type) => parts.formatToParts(at).find((part) => part.type === type)?.value ?? "";
      return `${of("year")}-${of("month")}-${of("day")}`;
    }
  };
}
function usable(locale) {
  try {
    return Intl.getCanonicalLocales(locale?.replaceAll("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}
var sentence = (text) => /[.!?]$/.test(text) ? text : `${text}.`;

// extensions/src/parts/CardFrame.tsx
import { jsx, jsxs } from "react/jsx-runtime";
var NoBackend = () => /* @__PURE__ */ jsx(ErrorState, { title: "This card is not connected yet", children: /* @__PURE__ */ jsx(Text, { children: "The HubSpot project was uploaded without API_ORIGIN. Upload it again with a profile that sets it." }) });

// extensions/src/settings/backend/settings-api.ts
import { hubspot } from "@hubspot/ui-extensions";

// extensions/src/backend/read-answer.ts
var PASSING = [408, 425, 429];
async function readAnswer(send2) {
  try {
    const response = await send2();
    return outcomeOf(response.status, parsed(await response.text()));
  } catch {
    return { kind: "failed", message: "Lead to Revenue could not be reached in time." };
  }
}
function outcomeOf(status, body) {
  if (isEnvelope(body)) return outcomeOf(statusWithin(body, status), parsed(body["responseBody"]));
  const fields = isObject(body) ? body : {};
  if (status >= 200 && status < 300) {
    if (typeof fields["now"] === "number") return { kind: "answered", answer: fields };
    return { kind: "failed", message: "Lead to Revenue sent an answer that could not be read." };
  }
  const [message = `Lead to Revenue could not answer (status ${status}).`] = [fields["detail"], fields["title"]].filter(
    isText
  );
  return { kind: status >= 500 || PASSING.includes(status) ? "failed" : "refused", message };
}
var isObject = (value) => typeof value === "object" && value !== null;
var isText = (value) => typeof value === "string" && value !== "";
var isEnvelope = (body) => isObject(body) && (body["status"] === "success" || body["status"] === "error");
function statusWithin(envelope, outer) {
  const context = isObject(envelope["context"]) ? envelope["context"] : {};
  const [own] = [context["appServerStatusCode"]].flat();
  if (Number(own) > 0) return Number(own);
  if (envelope["status"] === "success") return 200;
  return outer >= 400 ? outer : 502;
}
function parsed(body) {
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body);
  } catch {
    return void 0;
  }
}

// extensions/src/settings/backend/settings-api.ts
var TIMEOUT_MS = 12e3;
var settingsUrl = (origin) => `${origin}/extension/v1/settings`;
var ask = (url) => readAnswer(() => hubspot.fetch(url, { timeout: TIMEOUT_MS }));
function send(url, fields) {
  const body = { key: crypto.randomUUID(), ...fields };
  return readAnswer(() => hubspot.fetch(url, { method: "POST", body, timeout: TIMEOUT_MS }));
}

// extensions/src/settings/backend/use-settings.ts
import { useCallback as useCallback2, useEffect as useEffect2, useRef as useRef3, useState as useState3 } from "react";

// extensions/src/backend/use-action.ts
import { hubspot as hubspot2 } from "@hubspot/ui-extensions";
import { useRef, useState } from "react";
var TIMEOUT_MS2 = 1e4;
function useAction(settle) {
  const [attempt, setAttempt] = useState(null);
  const latest = useRef(null);
  const isSending = useRef(false);
  const send2 = async (request) => {
    if (isSending.current) return;
    isSending.current = true;
    latest.current = request;
    const { url, body, revision } = request;
    setAttempt({ state: "sending", message: "", revision });
    const outcome = await readAnswer(
      () => hubspot2.fetch(url, { method: "POST", body: { ...body }, timeout: TIMEOUT_MS2 })
    );
    isSending.current = false;
    setAttempt(
      outcome.kind === "answered" ? null : { state: outcome.kind, message: outcome.message, revision: request.revision }
    );
    settle(outcome);
  };
  return {
    attempt,
    click: (url, fields, revision) => {
      void send2({ url, body: { key: crypto.randomUUID(), ...fields }, revision });
    },
    dismiss: () => setAttempt(null),
    retry: () => {
      if (latest.current) void send2(latest.current);
    }
  };
}

// extensions/src/settings/backend/use-draft.ts
import { useCallback, useEffect, useRef as useRef2, useState as useState2 } from "react";
var PAUSE_MS = 500;
function useDraft(url, shown2, settle) {
  const [unsaved, setUnsaved] = useState2({});
  const [problem, setProblem] = useState2("");
  const latest = useRef2({});
  const seen = useRef2({});
  const sending = useRef2(null);
  const show = (sections) => {
    latest.current = sections;
    seen.current = only(seen.current, sections);
    setUnsaved(sections);
  };
  const save = useCallback(async () => {
    const sent = latest.current;
    if (Object.keys(sent).length === 0) return true;
    setProblem("");
    const outcome = await send(`${url}/draft`, {
      sections: withoutValue(sent),
      seen: withoutValue(only(seen.current, sent))
    });
    if (outcome.kind !== "answered") {
      setProblem(outcome.message);
      return false;
    }
    const left = Object.entries(latest.current).filter(([name, value]) => value !== sent[name]);
    settle(outcome);
    seen.current = { ...seen.current, ...sent };
    show(Object.fromEntries(left));
    return true;
  }, [url, settle]);
  const flush = useCallback(async () => {
    while (sending.current) await sending.current;
    sending.current = save();
    const isKept = await sending.current;
    sending.current = null;
    return isKept && Object.keys(latest.current).length > 0 ? flush() : isKept;
  }, [save]);
  useEffect(() => {
    if (Object.keys(unsaved).length === 0) return void 0;
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [unsaved, flush]);
  const change = (section, value) => {
    if (!(section in latest.current)) seen.current = { ...seen.current, [section]: shown2()[section] };
    show({ ...latest.current, [section]: value });
  };
  const giveUp = () => {
    setProblem("");
    show({});
  };
  const isSaved = Object.keys(unsaved).length === 0;
  return { unsaved, problem, change, flush, giveUp, state: problem !== "" ? "failed" : isSaved ? "saved" : "saving" };
}
var only = (sections, named2) => Object.fromEntries(Object.entries(sections).filter(([name]) => name in named2));
var withoutValue = (sections) => Object.fromEntries(Object.entries(sections).map(([name, value]) => [name, value ?? null]));

// extensions/src/settings/backend/use-settings.ts
var POLL_MS = 2e4;
function useSettings(url) {
  const [answer, setAnswer] = useState3(null);
  const [problem, setProblem] = useState3(null);
  const [settled, setSettled] = useState3(0);
  const latest = useRef3(null);
  const settle = useCallback2((outcome) => {
    setSettled((count) => count + 1);
    if (outcome.kind !== "answered") return setProblem(outcome.message);
    setProblem(null);
    if (latest.current && outcome.answer.now < latest.current.now) return;
    latest.current = outcome.answer;
    setAnswer(outcome.answer);
  }, []);
  const reload = useCallback2(() => void ask(url).then(settle), [url, settle]);
  const shown2 = useCallback2(() => latest.current ? keptOf(latest.current) : {}, []);
  const drafting = useDraft(url, shown2, settle);
  const { attempt, click, retry, dismiss } = useAction(
    (outcome) => outcome.kind === "answered" ? settle(outcome) : reload()
  );
  useEffect2(reload, [reload]);
  const isEditing = drafting.state !== "saved";
  useEffect2(() => {
    if (isEditing) return void 0;
    const timer = setTimeout(reload, POLL_MS);
    return () => clearTimeout(timer);
  }, [reload, isEditing, settled]);
  const act = (name, fields) => void drafting.flush().then((isKept) => {
    const known = latest.current;
    if (isKept) click(`${url}/${name}`, typeof fields === "function" ? fields(known) : fields, known?.revision ?? "");
  });
  return { answer, problem, reload, drafting, act, attempt, retry, dismiss };
}
var definitionsOf = (answer, { unsaved }) => ({
  ...keptOf(answer),
  ...unsaved
});
var keptOf = ({ draft, inForce }) => draft ? draft.document : inForce;

// extensions/src/settings/SettingsContent.tsx
import { Flex as Flex49, Text as Text43 } from "@hubspot/ui-extensions";
import { useMemo, useState as useState27 } from "react";

// extensions/src/parts/AttemptNote.tsx
import { Alert, Button as Button2, LoadingSpinner as LoadingSpinner2 } from "@hubspot/ui-extensions";
import { jsx as jsx2, jsxs as jsxs2 } from "react/jsx-runtime";
function AttemptNote({
  attempt,
  retry,
  dismiss
}) {
  switch (attempt?.state) {
    case void 0:
      return null;
    case "sending":
      return /* @__PURE__ */ jsx2(LoadingSpinner2, { label: "Sending", showLabel: true, size: "xs" });
    case "refused":
      return /* @__PURE__ */ jsxs2(Alert, { title: "This was not done", variant: "warning", children: [
        attempt.message,
        /* @__PURE__ */ jsx2(Button2, { onClick: dismiss, size: "sm", testId: "dismiss", children: "Close" })
      ] });
    case "failed":
      return /* @__PURE__ */ jsxs2(Alert, { title: "It is not known whether this was done", variant: "error", children: [
        attempt.message,
        /* @__PURE__ */ jsx2(Button2, { onClick: retry, size: "sm", testId: "try-again", children: "Try again" })
      ] });
  }
}

// extensions/src/settings/backend/use-properties.ts
import { useEffect as useEffect3, useState as useState4 } from "react";
function useProperties(url) {
  const [found, setFound] = useState4({ list: [], problem: null });
  useEffect3(() => {
    let isShown = true;
    for (const of of ["contact", "company"])
      void ask(`${url}/properties?of=${of}`).then((outcome) => {
        if (!isShown) return;
        setFound(
          ({ list, problem }) => outcome.kind === "answered" ? { list: [...list, ...outcome.answer.properties], problem } : { list, problem: outcome.message }
        );
      });
    return () => {
      isShown = false;
    };
  }, [url]);
  return found;
}

// extensions/src/settings/backend/use-simulation.ts
import { useCallback as useCallback3, useEffect as useEffect4, useState as useState5 } from "react";
var POLL_MS2 = 1e3;
function useSimulation(url) {
  const [answer, setAnswer] = useState5(null);
  const [problem, setProblem] = useState5(null);
  const [days, setDays] = useState5(90);
  const [polls, setPolls] = useState5(0);
  const settle = useCallback3((outcome) => {
    setPolls((count) => count + 1);
    if (outcome.kind === "answered") setAnswer(outcome.answer);
    setProblem(outcome.kind === "answered" ? null : outcome.message);
  }, []);
  const id = answer?.simulationId;
  const isRunning = answer?.state === "running";
  useEffect4(() => {
    if (!isRunning || id === void 0) return void 0;
    const next = () => void ask(`${url}/simulations/${id}`).then(settle);
    const timer = setTimeout(next, POLL_MS2);
    return () => clearTimeout(timer);
  }, [url, id, isRunning, polls, settle]);
  const start = (options) => {
    setDays(options.days);
    setAnswer(null);
    void send(`${url}/simulate`, options).then(settle);
  };
  return { answer, days, problem, isRunning, start };
}

// extensions/src/settings/words/places.ts
var KEYS = {
  scoring: "Scores",
  fit: "Fit",
  behavior: "Behavior",
  vetoes: "Vetoes",
  grades: "Grade",
  bands: "Band",
  from: "from",
  perChannel: "points for each channel",
  withinDays: "within days",
  halfLifeDays: "half-life in days",
  cap: "cap",
  recentDays: "Recent days",
  account: "Account score",
  imported: "imported from",
  when: "condition",
  icp: "ICP",
  target: "Target",
  exclusions: "Exclusions",
  gates: "Gates",
  entry: "entry",
  exit: "exit",
  mode: "mode",
  embargoDays: "Embargo in days",
  acquisition: "Bought lists",
  purchased: "values that mean bought",
  answers: "Answers",
  touchTypes: "Touch types",
  isResponse: "is a response",
  carrier: "told by",
  contains: "containing",
  stages: "Stages",
  labels: "Stage names",
  meaning: "meaning",
  ownerRole: "owner",
  windowDays: "window in days",
  reentry: "re-entry",
  requiredFields: "required fields",
  targets: "goals",
  medianDays: "median days",
  perMonth: "a month",
  accounts: "Accounts",
  universe: "Market",
  tiers: "Tiers",
  awareFrom: "Aware from points",
  inMarketFrom: "In the market from points",
  pauseDays: "Pause in days",
  sources: "Sources",
  direction: "direction",
  work: "Work",
  handRaise: "Raised hands",
  firstResponse: "First response",
  mqoDecision: "Decision on an opportunity",
  recycleReasons: "Recycle reasons",
  disqualifyReasons: "Disqualify reasons",
  rejectReasons: "Reject reasons",
  wakeDays: "comes back after days",
  onWake: "when it comes back",
  calendar: "Working time",
  openings: "hours",
  contactCarriers: "Contact properties of stages",
  dealStages: "Deal stages",
  derivedWon: "Won without a deal",
  qualification: "",
  groups: "",
  rules: "",
  values: "",
  all: "",
  any: "",
  on: "counts"
};
var keyText = (key) => KEYS[key] ?? key;
function keyOf(item) {
  if (typeof item !== "object" || item === null) return void 0;
  const fields = item;
  const key = ["id", "value", "grade", "band", "contains", "property"].map((name) => fields[name]).find(isText2);
  return key;
}
function itemText(item) {
  const fields = typeof item === "object" && item !== null ? item : {};
  return isText2(fields["label"]) ? fields["label"] : keyOf(item) ?? "";
}
var isText2 = (value) => typeof value === "string" && value !== "";
var stepText = (parent, key) => Array.isArray(parent) ? itemText(parent[Number(key)]) || `no. ${Number(key) + 1}` : keyText(key);
function trailOf(definitions, path) {
  let at = definitions;
  const words = [];
  for (const key of path === "" ? [] : path.split(".")) {
    words.push(stepText(at, key));
    at = typeof at === "object" && at !== null ? at[key] : void 0;
  }
  return words.filter((word) => word !== "");
}
var trailText = (trail) => trail.join(" \u203A ");

// extensions/src/settings/words/sentences.ts
function sentenceOf(rule, names) {
  if ("all" in rule) return joined(rule.all, "and", names);
  if ("any" in rule) return joined(rule.any, "or", names);
  if ("not" in rule) return notText(rule.not, names);
  return testText(rule, names);
}
function joined(rules, word, names) {
  const parts = rules.map((rule) => {
    const text = sentenceOf(rule, names);
    return rules.length > 1 && ("all" in rule || "any" in rule) ? `(${text})` : text;
  });
  return parts.join(` ${word} `);
}
function notText(rule, names) {
  const text = sentenceOf(rule, names);
  if (!("op" in rule)) return `not (${text})`;
  const name = names.fact(rule.fact);
  switch (rule.op) {
    case "has_word":
      return `${name} does not contain ${oneOf(rule.words)}`;
    case "is_real_email":
      return `${name} is no real address`;
    case "is_real_phone":
      return `${name} is no real number`;
    case "is_real_name":
      return `${name} is no real name`;
    default:
      return `not (${text})`;
  }
}
function testText(test, names) {
  const name = names.fact(test.fact);
  const values = (list) => oneOf(list.map((value) => names.value(test.fact, value)));
  switch (test.op) {
    case "is_known":
      return `${name} is known`;
    case "is_unknown":
      return `${name} is not known`;
    case "is_true":
      return `${name} is yes`;
    case "is_false":
      return `${name} is no`;
    case "in":
      return `${name} is ${values(test.values)}`;
    case "not_in":
      return `${name} is not ${values(test.values)}`;
    case "has_word":
      return `${name} contains ${oneOf(test.words)}`;
    case "at_least":
      return `${name} is at least ${test.number}`;
    case "at_most":
      return `${name} is at most ${test.number}`;
    case "within_days":
      return `${name} is within the last ${test.days === 1 ? "day" : `${test.days} days`}`;
    case "is_real_email":
      return `${name} is a real address`;
    case "is_real_phone":
      return `${name} is a real number`;
    case "is_real_name":
      return `${name} is a real name`;
  }
}
function oneOf(values) {
  if (values.length === 0) return "\u2026";
  if (values.length === 1) return values[0] ?? "";
  return `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}

// extensions/src/settings/words/rules.ts
var touchLabel = ({ touchTypes }, id) => touchTypes.find((type) => type.id === id)?.label ?? id;
function ruleText(rule, definitions, names) {
  if ("when" in rule) return `While ${sentenceOf(rule.when, names)}`;
  if ("touch" in rule.on) return `Each time: ${touchLabel(definitions, rule.on.touch)}`;
  const topics = rule.on.topics ? `, about ${rule.on.topics.join(", ")}` : "";
  return `Each signal: ${rule.on.signal}${topics}, by its strength`;
}
var signedText = (points) => points < 0 ? `\u2212${-points}` : `+${points}`;

// extensions/src/settings/document/predicate-rows.ts
var LEVELS = 2;
function rowsOf(rule, levels = LEVELS) {
  if ("all" in rule) return { join: "all", rows: rule.all.map((part) => rowOf(part, levels)) };
  if ("any" in rule) return { join: "any", rows: rule.any.map((part) => rowOf(part, levels)) };
  return { join: "one", rows: [rowOf(rule, levels)] };
}
function rowOf(rule, levels) {
  if ("op" in rule) return { kind: "test", test: rule, isForbidden: false };
  if ("not" in rule)
    return "op" in rule.not ? { kind: "test", test: rule.not, isForbidden: true } : { kind: "kept", rule };
  return levels > 1 ? { kind: "group", rows: rowsOf(rule, levels - 1) } : { kind: "kept", rule };
}
function predicateOf({ join, rows }) {
  const parts = rows.flatMap((row) => partOf(row) ?? []);
  const [first] = parts;
  if (first === void 0) return void 0;
  if (join === "one" && parts.length === 1) return first;
  return join === "any" ? { any: parts } : { all: parts };
}
function partOf(row) {
  if (row.kind === "kept") return row.rule;
  if (row.kind === "group") return predicateOf(row.rows);
  return row.isForbidden ? { not: row.test } : row.test;
}
var TEXTS = { in: "values", not_in: "values", has_word: "words" };
function isPredicate(value) {
  if (typeof value !== "object" || value === null) return false;
  const fields = value;
  if ("not" in fields) return isPredicate(fields["not"]);
  const parts = fields["all"] ?? fields["any"];
  if (parts !== void 0) return Array.isArray(parts) && parts.every(isPredicate);
  const texts = fields[TEXTS[String(fields["op"])] ?? ""] ?? [];
  return typeof fields["fact"] === "string" && typeof fields["op"] === "string" && Array.isArray(texts);
}

// extensions/src/settings/document/changes.ts
function changesBetween(from, to, names, trail = []) {
  if (isEqual(from, to)) return [];
  if (isPredicate(from) && isPredicate(to))
    return [{ trail, what: `${sentenceOf(from, names)} \u2192 ${sentenceOf(to, names)}` }];
  if (isKeyed(from) && isKeyed(to)) return changesOfItems(from, to, names, trail);
  if (isFields(from) && isFields(to)) {
    const keys = [.../* @__PURE__ */ new Set([...Object.keys(from), ...Object.keys(to)])].filter((key) => key !== "version");
    return keys.flatMap((key) => changesBetween(from[key], to[key], names, stepped(trail, from, key)));
  }
  return [{ trail, what: `${shown(from, names)} \u2192 ${shown(to, names)}` }];
}
function changesOfItems(from, to, names, trail) {
  const find = (list, key) => list.find((each) => keyOf(each) === key);
  const removed = from.filter((item) => !find(to, keyOf(item)));
  const added = to.filter((item) => !find(from, keyOf(item)));
  const order = (list, other) => list.map(keyOf).filter((key) => find(other, key) !== void 0);
  return [
    ...added.map((item) => ({ trail, what: `Added: ${shown(item, names)}` })),
    ...removed.map((item) => ({ trail, what: `Removed: ${shown(item, names)}` })),
    ...to.flatMap((item) => {
      const before = find(from, keyOf(item));
      return before ? changesBetween(before, item, names, [...trail, itemText(before)]) : [];
    }),
    ...isEqual(order(from, to), order(to, from)) ? [] : [{ trail, what: "In another order" }]
  ];
}
function stepped(trail, parent, key) {
  const word = stepText(parent, key);
  return word === "" ? trail : [...trail, word];
}
function shown(value, names) {
  if (value === void 0 || value === null) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (isPredicate(value)) return sentenceOf(value, names);
  if (Array.isArray(value)) return value.map((each) => shown(each, names)).join(", ") || "nothing";
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (!isFields(value)) return "\u2026";
  const label = itemText(value);
  const points = typeof value["points"] === "number" ? `${signedText(value["points"])} points` : "";
  const rest = points === "" && label === "" ? Object.values(value).map((each) => shown(each, names)).join(", ") : "";
  return [label, points, rest].filter((part) => part !== "").join(", ");
}
var isFields = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var isKeyed = (value) => Array.isArray(value) && !value.some((item) => keyOf(item) === void 0);
function isEqual(a, b) {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  if (!isFields(a) || !isFields(b)) return Object.is(a, b);
  const keys = (of) => Object.keys(of).filter((key) => of[key] !== void 0);
  return keys(a).length === keys(b).length && keys(a).every((key) => isEqual(a[key], b[key]));
}

// extensions/src/settings/editor.ts
import { createContext, useContext } from "react";
var EditorContext = createContext(null);
function useEditor() {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error("This part stands outside of the settings page.");
  return editor;
}
var problemAt = ({ problems }, path) => problems.find((problem) => problem.path === path)?.message;
var asError = (problem) => problem === void 0 ? {} : { error: true, validationMessage: problem };

// extensions/src/settings/parts/DraftBar.tsx
import {
  Button as Button4,
  Flex as Flex3,
  Modal as Modal2,
  ModalBody as ModalBody2,
  ModalFooter as ModalFooter2,
  Panel,
  PanelBody,
  PanelSection,
  StatusTag,
  Text as Text5
} from "@hubspot/ui-extensions";

// extensions/src/settings/parts/ChangeList.tsx
import { List, Text as Text2 } from "@hubspot/ui-extensions";
import { jsx as jsx3 } from "react/jsx-runtime";
var ChangeList = ({ changes, none }) => changes.length === 0 ? /* @__PURE__ */ jsx3(Text2, { children: none }) : /* @__PURE__ */ jsx3(List, { children: changes.map(({ trail, what }) => /* @__PURE__ */ jsx3(Text2, { children: `${trailText(trail)}: ${what}` }, `${trailText(trail)} ${what}`)) });

// extensions/src/settings/parts/PublishButton.tsx
import { NumberInput, Text as Text4 } from "@hubspot/ui-extensions";
import { useState as useState7 } from "react";

// extensions/src/settings/parts/NoteDialog.tsx
import { Button as Button3, Flex as Flex2, Modal, ModalBody, ModalFooter, Text as Text3, TextArea } from "@hubspot/ui-extensions";
import { useState as useState6 } from "react";
import { jsx as jsx4, jsxs as jsxs3 } from "react/jsx-runtime";
var SHORTEST = 3;
function NoteDialog({
  id,
  label,
  title,
  explanation,
  variant = "secondary",
  size = "sm",
  disabled,
  more,
  onConfirm
}) {
  const { close } = useEditor();
  const [note, setNote] = useState6("");
  const [isMissing, setMissing] = useState6(false);
  const confirm = () => {
    if (note.trim().length < SHORTEST) return setMissing(true);
    close(id);
    setNote("");
    setMissing(false);
    onConfirm(note.trim());
  };
  const dialog = /* @__PURE__ */ jsxs3(Modal, { id, title, children: [
    /* @__PURE__ */ jsx4(ModalBody, { children: /* @__PURE__ */ jsxs3(Flex2, { direction: "column", gap: "sm", children: [
      /* @__PURE__ */ jsx4(Text3, { children: explanation }),
      /* @__PURE__ */ jsx4(
        TextArea,
        {
          label: "Why",
          name: `${id}-why`,
          required: true,
          rows: 2,
          value: note,
          onInput: (text) => {
            setNote(text);
            setMissing(false);
          },
          error: isMissing,
          validationMessage: isMissing ? "Say why in a few words." : ""
        }
      ),
      more
    ] }) }),
    /* @__PURE__ */ jsxs3(ModalFooter, { children: [
      /* @__PURE__ */ jsx4(Button3, { variant: "primary", onClick: confirm, testId: `confirm-${id}`, children: title }),
      /* @__PURE__ */ jsx4(Button3, { onClick: () => close(id), children: "Cancel" })
    ] })
  ] });
  return /* @__PURE__ */ jsx4(Button3, { size, variant, disabled, overlay: dialog, testId: id, children: label });
}

// extensions/src/settings/parts/PublishButton.tsx
import { jsx as jsx5 } from "react/jsx-runtime";
function PublishButton({
  answer,
  isBusy,
  act
}) {
  const { draft, publish, needsSecondApprover } = answer;
  const [perDay, setPerDay] = useState7(null);
  if (!publish.allowed) return /* @__PURE__ */ jsx5(Text4, { variant: "microcopy", children: publish.why });
  const isAsked = draft !== null && draft.askedBy !== null;
  const title = !needsSecondApprover ? "Publish" : isAsked ? "Agree and publish" : "Ask to publish";
  const releasePerDay = perDay ?? draft?.askedReleasePerDay ?? answer.held.perDay;
  return /* @__PURE__ */ jsx5(
    NoteDialog,
    {
      id: "publish",
      label: title,
      title,
      variant: "primary",
      disabled: isBusy || (draft?.problems.length ?? 0) > 0,
      explanation: explanationOf(needsSecondApprover, isAsked),
      more: /* @__PURE__ */ jsx5(
        NumberInput,
        {
          label: "Leads released a day",
          name: "releases",
          precision: 0,
          min: 0,
          description: "Leads that would pass only by the new rules are held back; so many of them are let through a day",
          value: releasePerDay,
          onChange: (next) => setPerDay(next ?? 0)
        }
      ),
      onConfirm: (why) => act("publish", (kept) => ({
        why,
        releasePerDay: Math.max(0, releasePerDay),
        // Another draft than the one that was looked at is not published.
        ...kept?.draft ? { savedAt: kept.draft.savedAt } : {}
      }))
    }
  );
}
function explanationOf(needsSecondApprover, isAsked) {
  const effect = "The new rules decide from now on; what was decided before stays as it was.";
  if (!needsSecondApprover || isAsked) return effect;
  return `A second person has to agree before this is published. ${effect}`;
}

// extensions/src/settings/parts/DraftBar.tsx
import { Fragment, jsx as jsx6, jsxs as jsxs4 } from "react/jsx-runtime";
function DraftBar({
  answer,
  settings,
  changes,
  tryDays,
  onTry
}) {
  const { drafting, act, attempt } = settings;
  const { isReadOnly } = useEditor();
  const isBusy = attempt?.state === "sending" || attempt?.state === "failed";
  const isDrafted = answer.draft !== null || drafting.state !== "saved";
  return /* @__PURE__ */ jsxs4(Flex3, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsxs4(Flex3, { gap: "sm", wrap: "wrap", align: "center", children: [
      /* @__PURE__ */ jsx6(DraftState, { answer, settings }),
      isDrafted && /* @__PURE__ */ jsx6(ChangesButton, { changes }),
      !isReadOnly && isDrafted && /* @__PURE__ */ jsxs4(Fragment, { children: [
        /* @__PURE__ */ jsx6(Button4, { size: "sm", onClick: onTry, testId: "try", children: `Try on the last ${tryDays} days` }),
        /* @__PURE__ */ jsx6(PublishButton, { answer, isBusy, act }),
        /* @__PURE__ */ jsx6(DiscardButton, { isBusy, discard: () => act("draft/discard", {}) })
      ] })
    ] }),
    drafting.state === "failed" && /* @__PURE__ */ jsxs4(Flex3, { gap: "sm", align: "center", children: [
      /* @__PURE__ */ jsx6(Text5, { children: `Your latest changes are not saved yet: ${drafting.problem}` }),
      /* @__PURE__ */ jsx6(Button4, { size: "xs", onClick: () => void drafting.flush(), testId: "save-again", children: "Save again" }),
      /* @__PURE__ */ jsx6(
        Button4,
        {
          size: "xs",
          onClick: () => {
            drafting.giveUp();
            settings.reload();
          },
          testId: "give-up",
          children: "Give up these changes"
        }
      )
    ] })
  ] });
}
function DraftState({
  answer: { draft },
  settings: { drafting }
}) {
  const { formats } = useEditor();
  const [text, variant] = drafting.state === "saving" ? ["Saving the draft", "info"] : drafting.state === "failed" ? ["Not saved", "danger"] : draft === null ? ["No changes", "default"] : draft.problems.length > 0 ? [`Draft saved ${formats.moment(draft.savedAt)}; to be mended`, "warning"] : [`Draft saved ${formats.moment(draft.savedAt)}`, "success"];
  return /* @__PURE__ */ jsx6(StatusTag, { variant, testId: "draft-state", children: text });
}
function ChangesButton({ changes }) {
  const panel = /* @__PURE__ */ jsx6(Panel, { id: "changes", title: "What changes", children: /* @__PURE__ */ jsx6(PanelBody, { children: /* @__PURE__ */ jsx6(PanelSection, { children: /* @__PURE__ */ jsx6(ChangeList, { changes, none: "Nothing: the draft says what is in force." }) }) }) });
  return /* @__PURE__ */ jsx6(Button4, { size: "sm", overlay: panel, testId: "changes", children: `What changes (${changes.length})` });
}
function DiscardButton({ isBusy, discard }) {
  const { close } = useEditor();
  const dialog = /* @__PURE__ */ jsxs4(Modal2, { id: "discard", title: "Discard the draft", variant: "danger", children: [
    /* @__PURE__ */ jsx6(ModalBody2, { children: /* @__PURE__ */ jsx6(Text5, { children: "Everything that was changed since the last publication is lost, whoever changed it." }) }),
    /* @__PURE__ */ jsxs4(ModalFooter2, { children: [
      /* @__PURE__ */ jsx6(
        Button4,
        {
          variant: "destructive",
          onClick: () => {
            close("discard");
            discard();
          },
          testId: "confirm-discard",
          children: "Discard the draft"
        }
      ),
      /* @__PURE__ */ jsx6(Button4, { onClick: () => close("discard"), children: "Keep it" })
    ] })
  ] });
  return /* @__PURE__ */ jsx6(Button4, { size: "sm", variant: "transparent", disabled: isBusy, overlay: dialog, testId: "discard", children: "Discard" });
}

// extensions/src/settings/Sections.tsx
import { Tab, Tabs } from "@hubspot/ui-extensions";
import { useState as useState21 } from "react";

// extensions/src/settings/sections/AccountsSection.tsx
import { Flex as Flex14, Heading as Heading3, Text as Text13, Tile as Tile5 } from "@hubspot/ui-extensions";

// extensions/src/settings/parts/ConditionList.tsx
import { Button as Button9, Flex as Flex10, Input as Input2, Text as Text11, Tile as Tile2 } from "@hubspot/ui-extensions";
import { useState as useState12 } from "react";

// extensions/src/settings/document/lists.ts
var replaced = (list, index, item) => list.map((each, place) => place === index ? item : each);
var without = (list, index) => list.filter((_, place) => place !== index);
function movedUp(list, index) {
  const [item] = list.slice(index, index + 1);
  if (index < 1 || item === void 0) return [...list];
  return [...list.slice(0, index - 1), item, ...list.slice(index - 1, index), ...list.slice(index + 1)];
}
var LONGEST = 40;
function newId(label, taken) {
  const plain = label.normalize("NFKD").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g)?.join("_") ?? "rule";
  const base = words.slice(0, LONGEST - 4);
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}_${count}`;
    if (!taken.includes(id)) return id;
  }
}
var linesOf = (text) => [
  ...new Set(
    text.split("\n").map((line) => line.trim()).filter((line) => line !== "")
  )
];

// extensions/src/settings/document/operators.ts
var WORDS = {
  is_known: ["is known", "must not be known"],
  is_unknown: ["is not known", "must not be empty"],
  is_true: ["is yes", "is not yes"],
  is_false: ["is no", "is not no"],
  in: ["is one of", "is unknown or none of"],
  not_in: ["is none of", "is unknown or one of"],
  has_word: ["contains a word", "contains no word"],
  at_least: ["is at least", "is not at least"],
  at_most: ["is at most", "is not at most"],
  within_days: ["is within the last", "is not within the last"],
  is_real_email: ["is a real address", "is no real address"],
  is_real_phone: ["is a real number", "is no real number"],
  is_real_name: ["is a real name", "is no real name"]
};
var yes = (op) => [op, false];
var no = (op) => [op, true];
var BY_KIND = {
  text: [
    yes("in"),
    yes("not_in"),
    yes("has_word"),
    no("has_word"),
    yes("is_known"),
    yes("is_unknown"),
    ...["is_real_email", "is_real_phone", "is_real_name"].flatMap((op) => [yes(op), no(op)])
  ],
  number: [yes("at_least"), yes("at_most"), yes("is_known"), yes("is_unknown")],
  date: [yes("within_days"), no("within_days"), yes("is_known"), yes("is_unknown")],
  choice: [yes("in"), yes("not_in"), yes("is_known"), yes("is_unknown")],
  yes_no: [yes("is_true"), yes("is_false"), yes("is_known"), yes("is_unknown")]
};
var operatorOf = (op, isForbidden) => ({
  op,
  isForbidden,
  words: WORDS[op][isForbidden ? 1 : 0]
});
function operatorsFor(kind, inUse) {
  const usual = BY_KIND[kind].map(([op, isForbidden]) => operatorOf(op, isForbidden));
  const isUsual = usual.some(({ op, isForbidden }) => op === inUse.op && isForbidden === inUse.isForbidden);
  return isUsual ? usual : [...usual, operatorOf(inUse.op, inUse.isForbidden)];
}
var firstTest = (fact, kind) => withOperator(fact, BY_KIND[kind][0]?.[0] ?? "is_known");
function withOperator(fact, op, before) {
  switch (op) {
    case "in":
    case "not_in":
      return { fact, op, values: before ? textsOf(before) : [] };
    case "has_word":
      return { fact, op, words: before ? textsOf(before) : [] };
    case "at_least":
    case "at_most":
      return { fact, op, number: before && "number" in before ? before.number : 0 };
    case "within_days":
      return { fact, op, days: before && "days" in before ? before.days : 30 };
    default:
      return { fact, op };
  }
}
var textsOf = (test) => "values" in test ? test.values : "words" in test ? test.words : [];

// extensions/src/settings/words/facts.ts
var worked = (fact, label, kind, options = []) => ({
  fact,
  label,
  kind,
  options: options.map((value) => ({ value, label: value })),
  fillRate: null,
  seen: "at once: worked out here"
});
var WORKED_OUT = [
  worked("is.icp", "ICP", "yes_no"),
  worked("is.target", "Target", "yes_no"),
  worked("is.excluded", "Excluded", "yes_no"),
  worked("is.purchased", "From a bought list, without a response", "yes_no"),
  worked("score.behavior", "Behavior points", "number"),
  worked("score.fit", "Fit points", "number"),
  worked("score.engagement", "Engagement points", "number"),
  worked("score.intent", "Intent points", "number"),
  worked("score.usage", "Usage points", "number"),
  worked("score.recent", "Recent points", "number"),
  worked("score.account", "Account score", "number"),
  worked("score.grade", "Fit grade", "choice", ["A", "B", "C", "D"]),
  worked("score.band", "Behavior band", "choice", ["1", "2", "3", "4"]),
  worked("score.cell", "Grade and band", "text")
];
var SHARE = worked("sample.percentile", "A fixed share of people (1\u2013100)", "number");
var withOurs = (properties) => [...WORKED_OUT, ...properties, SHARE];
var STARTS = {
  contact: ["contact."],
  person: ["contact.", "company.", "sample."],
  icp: ["contact.", "company.", "sample.", "score.account"],
  company: ["company.", "score.account"],
  everything: ["contact.", "company.", "score.", "is.", "sample."]
};
var askableBy = (which, properties) => withOurs(properties).filter(({ fact }) => STARTS[which].some((start) => fact.startsWith(start)));
var unlisted = (fact) => ({
  fact,
  label: fact.slice(fact.indexOf(".") + 1),
  kind: "text",
  options: [],
  fillRate: null,
  seen: ""
});
var propertyOf = (fact, properties) => withOurs(properties).find((each) => each.fact === fact) ?? unlisted(fact);
function labelOfFact({ fact, label }) {
  const [whose = ""] = fact.split(".");
  return whose === "contact" || whose === "company" ? `${label} (${whose})` : label;
}
var namesFrom = (properties) => ({
  fact: (fact) => labelOfFact(propertyOf(fact, properties)),
  value: (fact, value) => propertyOf(fact, properties).options.find((option) => option.value === value)?.label ?? value
});

// extensions/src/settings/parts/ItemTable.tsx
import {
  Button as Button5,
  Flex as Flex4,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text as Text6
} from "@hubspot/ui-extensions";
import { Fragment as Fragment2, useState as useState8 } from "react";
import { jsx as jsx7, jsxs as jsxs5 } from "react/jsx-runtime";
function ItemTable({ items, what, figure, none, form, onRemove }) {
  const { isReadOnly } = useEditor();
  const [open, setOpen] = useState8(null);
  if (items.length === 0) return /* @__PURE__ */ jsx7(Text6, { variant: "microcopy", children: none });
  const columns = 1 + (figure === void 0 ? 0 : 1) + (isReadOnly ? 0 : 1);
  return /* @__PURE__ */ jsxs5(Table, { density: "compact", children: [
    /* @__PURE__ */ jsx7(TableHead, { children: /* @__PURE__ */ jsxs5(TableRow, { children: [
      /* @__PURE__ */ jsx7(TableHeader, { children: what }),
      figure !== void 0 && /* @__PURE__ */ jsx7(TableHeader, { width: "min", align: "right", children: figure }),
      !isReadOnly && /* @__PURE__ */ jsx7(TableHeader, { width: "min", children: "" })
    ] }) }),
    /* @__PURE__ */ jsx7(TableBody, { children: items.map((item, index) => /* @__PURE__ */ jsxs5(Fragment2, { children: [
      /* @__PURE__ */ jsxs5(TableRow, { children: [
        /* @__PURE__ */ jsxs5(TableCell, { children: [
          /* @__PURE__ */ jsx7(Text6, { format: { fontWeight: "demibold" }, children: item.label }),
          /* @__PURE__ */ jsx7(Text6, { variant: "microcopy", children: item.detail })
        ] }),
        figure !== void 0 && /* @__PURE__ */ jsx7(TableCell, { width: "min", align: "right", children: /* @__PURE__ */ jsx7(Text6, { children: item.figure }) }),
        !isReadOnly && /* @__PURE__ */ jsx7(TableCell, { width: "min", children: /* @__PURE__ */ jsx7(
          ItemButtons,
          {
            id: item.key,
            isOpen: open === item.key,
            toggle: () => setOpen(open === item.key ? null : item.key),
            remove: () => onRemove(index)
          }
        ) })
      ] }),
      open === item.key && /* @__PURE__ */ jsx7(TableRow, { children: /* @__PURE__ */ jsx7(TableCell, { colSpan: columns, children: form(index) }) })
    ] }, item.key)) })
  ] });
}
var ItemButtons = ({
  id,
  isOpen,
  toggle,
  remove
}) => /* @__PURE__ */ jsxs5(Flex4, { gap: "xs", children: [
  /* @__PURE__ */ jsx7(Button5, { size: "xs", variant: "transparent", onClick: toggle, testId: `edit-${id}`, children: isOpen ? "Done" : "Edit" }),
  /* @__PURE__ */ jsx7(Button5, { size: "xs", variant: "transparent", onClick: remove, testId: `remove-${id}`, children: "Remove" })
] });

// extensions/src/settings/parts/PredicateEditor.tsx
import { Button as Button8, Flex as Flex9, Text as Text10 } from "@hubspot/ui-extensions";
import { useState as useState11 } from "react";

// extensions/src/settings/parts/RowsEditor.tsx
import { Button as Button7, Flex as Flex8, Select as Select3, Text as Text9, Tile } from "@hubspot/ui-extensions";

// extensions/src/settings/parts/TestRow.tsx
import { Box, Flex as Flex7, Select as Select2 } from "@hubspot/ui-extensions";

// extensions/src/settings/parts/PropertyPicker.tsx
import { Flex as Flex6, Select, Text as Text8 } from "@hubspot/ui-extensions";

// extensions/src/settings/words/property-note.ts
function propertyNote({ fillRate, seen }, { number }) {
  const filled = fillRate === null ? "" : `Filled in on ${number(fillRate * 100)} % of the records known here. `;
  return seen === "" ? "Not among the portal\u2019s properties." : `${filled}Seen ${seen}.`;
}

// extensions/src/settings/parts/UsesButton.tsx
import { Button as Button6, Flex as Flex5, List as List2, LoadingSpinner as LoadingSpinner3, Panel as Panel2, PanelBody as PanelBody2, PanelSection as PanelSection2, Text as Text7 } from "@hubspot/ui-extensions";

// extensions/src/settings/backend/use-request.ts
import { useCallback as useCallback4, useState as useState9 } from "react";
function useRequest() {
  const [state, setState] = useState9({ answer: null, problem: null, isBusy: false });
  const run = useCallback4((request) => {
    setState(({ answer }) => ({ answer, problem: null, isBusy: true }));
    void request().then(
      (outcome) => setState(
        ({ answer }) => outcome.kind === "answered" ? { answer: outcome.answer, problem: null, isBusy: false } : { answer, problem: outcome.message, isBusy: false }
      )
    );
  }, []);
  return { ...state, run };
}

// extensions/src/settings/parts/UsesButton.tsx
import { Fragment as Fragment3, jsx as jsx8, jsxs as jsxs6 } from "react/jsx-runtime";
function UsesButton({
  id,
  of,
  query,
  label
}) {
  const { url } = useEditor();
  const { answer, problem, run } = useRequest();
  const panel = /* @__PURE__ */ jsx8(Panel2, { id, title: `Where is \u201C${of}\u201D used?`, onOpen: () => run(() => ask(`${url}/uses?${query}`)), children: /* @__PURE__ */ jsxs6(PanelBody2, { children: [
    problem !== null && /* @__PURE__ */ jsx8(Text7, { children: problem }),
    answer === null && problem === null && /* @__PURE__ */ jsx8(LoadingSpinner3, { label: "Looking" }),
    answer && /* @__PURE__ */ jsxs6(Fragment3, { children: [
      /* @__PURE__ */ jsx8(Uses, { title: "In force", uses: answer.inForce }),
      answer.draft && /* @__PURE__ */ jsx8(Uses, { title: "In the draft", uses: answer.draft })
    ] })
  ] }) });
  return /* @__PURE__ */ jsx8(Flex5, { justify: "start", children: /* @__PURE__ */ jsx8(Button6, { size: "xs", variant: "transparent", overlay: panel, testId: id, children: label }) });
}
var Uses = ({ title, uses }) => /* @__PURE__ */ jsxs6(PanelSection2, { children: [
  /* @__PURE__ */ jsx8(Text7, { format: { fontWeight: "demibold" }, children: title }),
  uses.length === 0 ? /* @__PURE__ */ jsx8(Text7, { children: "Nowhere." }) : /* @__PURE__ */ jsx8(List2, { children: uses.map(({ path, label }) => /* @__PURE__ */ jsx8(Text7, { children: label }, path)) })
] });

// extensions/src/settings/parts/PropertyPicker.tsx
import { jsx as jsx9, jsxs as jsxs7 } from "react/jsx-runtime";
function PropertyPicker({
  fact,
  askable,
  path,
  onChange,
  label = "Property"
}) {
  const { properties, isReadOnly, formats } = useEditor();
  const known = askableBy(askable, properties);
  const chosen = fact === "" ? void 0 : propertyOf(fact, properties);
  const listed = chosen && !known.some((each) => each.fact === fact) ? [...known, chosen] : known;
  return /* @__PURE__ */ jsxs7(Flex6, { direction: "column", children: [
    /* @__PURE__ */ jsx9(
      Select,
      {
        label,
        name: `${path}.fact`,
        placeholder: "Choose, or type to search",
        options: listed.map((each) => ({ value: each.fact, label: labelOfFact(each) })),
        ...fact === "" ? {} : { value: fact },
        readOnly: isReadOnly,
        onChange: (value) => onChange(String(value))
      }
    ),
    chosen && /* @__PURE__ */ jsxs7(Flex6, { gap: "xs", wrap: "wrap", align: "center", children: [
      /* @__PURE__ */ jsx9(Text8, { variant: "microcopy", children: propertyNote(chosen, formats) }),
      isOfPortal(fact) && /* @__PURE__ */ jsx9(
        UsesButton,
        {
          id: `uses-${path}`,
          of: labelOfFact(chosen),
          query: `fact=${fact}`,
          label: "Where is this used?"
        }
      )
    ] })
  ] });
}
var isOfPortal = (fact) => fact.startsWith("contact.") || fact.startsWith("company.");

// extensions/src/settings/parts/TestValue.tsx
import { MultiSelect } from "@hubspot/ui-extensions";

// extensions/src/settings/parts/LinesField.tsx
import { TextArea as TextArea2 } from "@hubspot/ui-extensions";
import { jsx as jsx10 } from "react/jsx-runtime";
var MOST_ROWS = 8;
function LinesField({
  label,
  values,
  path,
  onChange
}) {
  const editor = useEditor();
  const problem = problemAt(editor, path);
  return /* @__PURE__ */ jsx10(
    TextArea2,
    {
      label,
      name: path,
      description: "One a line",
      rows: Math.min(MOST_ROWS, Math.max(2, values.length)),
      value: values.join("\n"),
      readOnly: editor.isReadOnly,
      onChange: (text) => onChange(linesOf(text)),
      ...asError(problem)
    }
  );
}

// extensions/src/settings/parts/NumberField.tsx
import { NumberInput as NumberInput2 } from "@hubspot/ui-extensions";
import { useState as useState10 } from "react";
import { jsx as jsx11 } from "react/jsx-runtime";
function NumberField({ label, value, path, onChange, onClear, description, precision = 0 }) {
  const editor = useEditor();
  const [isEmptied, setEmptied] = useState10(false);
  const problem = isEmptied ? `Write a number; ${value} stays until you do.` : problemAt(editor, path);
  const change = (next) => {
    setEmptied(next === null && !onClear);
    if (next !== null) onChange(next);
    else onClear?.();
  };
  return /* @__PURE__ */ jsx11(
    NumberInput2,
    {
      label,
      name: path,
      ...value === void 0 ? {} : { value },
      precision,
      readOnly: editor.isReadOnly,
      onChange: (next) => change(next),
      ...asError(problem),
      ...description === void 0 ? {} : { description }
    }
  );
}

// extensions/src/settings/parts/TestValue.tsx
import { jsx as jsx12 } from "react/jsx-runtime";
function TestValue({ test, path, onChange }) {
  switch (test.op) {
    case "at_least":
    case "at_most":
      return /* @__PURE__ */ jsx12(
        NumberField,
        {
          label: "Number",
          value: test.number,
          path: `${path}.number`,
          precision: 2,
          onChange: (number) => onChange({ ...test, number })
        }
      );
    case "within_days":
      return /* @__PURE__ */ jsx12(
        NumberField,
        {
          label: "Days",
          value: test.days,
          path: `${path}.days`,
          onChange: (days) => onChange({ ...test, days })
        }
      );
    case "has_word":
      return /* @__PURE__ */ jsx12(
        LinesField,
        {
          label: "Words",
          values: test.words,
          path: `${path}.words`,
          onChange: (words) => onChange({ ...test, words })
        }
      );
    case "in":
    case "not_in":
      return /* @__PURE__ */ jsx12(
        Values,
        {
          fact: test.fact,
          values: test.values,
          path: `${path}.values`,
          onChange: (values) => onChange({ ...test, values })
        }
      );
    default:
      return null;
  }
}
function Values({
  fact,
  values,
  path,
  onChange
}) {
  const editor = useEditor();
  const { options } = propertyOf(fact, editor.properties);
  if (options.length === 0) return /* @__PURE__ */ jsx12(LinesField, { label: "Values", values, path, onChange });
  const gone = values.filter((value) => !options.some((option) => option.value === value));
  const problem = problemAt(editor, path);
  return /* @__PURE__ */ jsx12(
    MultiSelect,
    {
      label: "Values",
      name: path,
      options: [...options, ...gone.map((value) => ({ value, label: value }))],
      value: [...values],
      readOnly: editor.isReadOnly,
      onChange: (next) => onChange(next.map(String)),
      ...asError(problem)
    }
  );
}

// extensions/src/settings/parts/TestRow.tsx
import { jsx as jsx13, jsxs as jsxs8 } from "react/jsx-runtime";
function TestRow({
  row,
  askable,
  path,
  onChange
}) {
  const { properties, isReadOnly } = useEditor();
  const { test, isForbidden } = row;
  const operators = operatorsFor(propertyOf(test.fact, properties).kind, { op: test.op, isForbidden });
  const at = operators.findIndex((each) => each.op === test.op && each.isForbidden === isForbidden);
  const ask2 = (fact) => onChange({ kind: "test", test: firstTest(fact, propertyOf(fact, properties).kind), isForbidden: false });
  const operate = (index) => {
    const next = operators[index];
    if (next) onChange({ ...row, test: withOperator(test.fact, next.op, test), isForbidden: next.isForbidden });
  };
  const place = isForbidden ? `${path}.not` : path;
  return /* @__PURE__ */ jsxs8(Flex7, { gap: "sm", wrap: "wrap", align: "start", children: [
    /* @__PURE__ */ jsx13(Box, { flex: 2, children: /* @__PURE__ */ jsx13(PropertyPicker, { fact: test.fact, askable, path: place, onChange: ask2 }) }),
    /* @__PURE__ */ jsx13(Box, { flex: 2, children: /* @__PURE__ */ jsx13(
      Select2,
      {
        label: "Condition",
        name: `${place}.op`,
        options: operators.map(({ words }, index) => ({ label: words, value: index })),
        value: at,
        readOnly: isReadOnly,
        onChange: (index) => operate(Number(index))
      }
    ) }),
    /* @__PURE__ */ jsx13(Box, { flex: 2, children: /* @__PURE__ */ jsx13(TestValue, { test, path: place, onChange: (next) => onChange({ ...row, test: next }) }) })
  ] });
}

// extensions/src/settings/parts/RowsEditor.tsx
import { jsx as jsx14, jsxs as jsxs9 } from "react/jsx-runtime";
var JOINS = [
  { value: "all", label: "All of these hold" },
  { value: "any", label: "At least one of these holds" }
];
function RowsEditor({ rows: { join, rows }, askable, path, onChange }) {
  const { properties, isReadOnly } = useEditor();
  const at = (index) => join === "one" ? path : `${path}.${join}.${index}`;
  const change = (next) => onChange({ join: join === "one" && next.length > 1 ? "all" : join, rows: next });
  const add = () => {
    const [first] = askableBy(askable, properties);
    if (first) change([...rows, { kind: "test", test: firstTest(first.fact, first.kind), isForbidden: false }]);
  };
  return /* @__PURE__ */ jsxs9(Flex8, { direction: "column", gap: "sm", children: [
    rows.length > 1 && /* @__PURE__ */ jsx14(
      Select3,
      {
        label: "Holds when",
        name: `${path}.join`,
        options: JOINS,
        value: join,
        readOnly: isReadOnly,
        onChange: (next) => onChange({ join: next === "any" ? "any" : "all", rows })
      }
    ),
    rows.map((row, index) => /* @__PURE__ */ jsx14(Tile, { compact: true, children: /* @__PURE__ */ jsxs9(Flex8, { direction: "column", gap: "xs", children: [
      /* @__PURE__ */ jsx14(
        RowEditor,
        {
          row,
          askable,
          path: at(index),
          onChange: (next) => change(replaced(rows, index, next))
        }
      ),
      !isReadOnly && rows.length > 1 && /* @__PURE__ */ jsx14(Flex8, { justify: "end", children: /* @__PURE__ */ jsx14(Button7, { size: "xs", variant: "transparent", onClick: () => change(without(rows, index)), children: "Remove this line" }) })
    ] }) }, index)),
    !isReadOnly && /* @__PURE__ */ jsx14(Flex8, { justify: "start", children: /* @__PURE__ */ jsx14(Button7, { size: "sm", onClick: add, children: "Add a line" }) })
  ] });
}
function RowEditor({
  row,
  askable,
  path,
  onChange
}) {
  const { names } = useEditor();
  if (row.kind === "test") return /* @__PURE__ */ jsx14(TestRow, { row, askable, path, onChange });
  if (row.kind === "group")
    return /* @__PURE__ */ jsx14(
      RowsEditor,
      {
        rows: row.rows,
        askable,
        path,
        onChange: (rows) => onChange({ kind: "group", rows })
      }
    );
  return /* @__PURE__ */ jsxs9(Flex8, { direction: "column", children: [
    /* @__PURE__ */ jsx14(Text9, { children: sentenceOf(row.rule, names) }),
    /* @__PURE__ */ jsx14(Text9, { variant: "microcopy", children: "Nested too deep for this form: it stays as it is. Import a file to change it." })
  ] });
}

// extensions/src/settings/parts/PredicateEditor.tsx
import { jsx as jsx15, jsxs as jsxs10 } from "react/jsx-runtime";
function PredicateEditor({
  value,
  path,
  askable,
  onChange,
  isForm = false,
  what = "condition"
}) {
  const { names, isReadOnly } = useEditor();
  const [isOpen, setOpen] = useState11(false);
  return /* @__PURE__ */ jsxs10(Flex9, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsx15(Text10, { children: sentenceOf(value, names) }),
    (isOpen || isForm) && /* @__PURE__ */ jsx15(
      RowsEditor,
      {
        rows: rowsOf(value),
        askable,
        path,
        onChange: (rows) => {
          const next = predicateOf(rows);
          if (next) onChange(next);
        }
      }
    ),
    !isReadOnly && !isForm && /* @__PURE__ */ jsx15(Flex9, { justify: "start", children: /* @__PURE__ */ jsx15(Button8, { size: "xs", variant: "transparent", onClick: () => setOpen(!isOpen), children: isOpen ? "Close the form" : `Edit ${what}` }) })
  ] });
}

// extensions/src/settings/parts/TextField.tsx
import { Input } from "@hubspot/ui-extensions";
import { jsx as jsx16 } from "react/jsx-runtime";
function TextField({
  label,
  value,
  path,
  onChange,
  description,
  placeholder
}) {
  const editor = useEditor();
  const problem = problemAt(editor, path);
  return /* @__PURE__ */ jsx16(
    Input,
    {
      label,
      name: path,
      value,
      readOnly: editor.isReadOnly,
      onChange: (text) => onChange(text.trim()),
      ...asError(problem),
      ...description === void 0 ? {} : { description },
      ...placeholder === void 0 ? {} : { placeholder }
    }
  );
}

// extensions/src/settings/parts/ConditionList.tsx
import { jsx as jsx17, jsxs as jsxs11 } from "react/jsx-runtime";
function ConditionList({
  conditions,
  path,
  askable,
  what,
  none,
  noteOf,
  more,
  onChange
}) {
  const { names, isReadOnly } = useEditor();
  return /* @__PURE__ */ jsxs11(Flex10, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx17(
      ItemTable,
      {
        items: conditions.map((condition) => {
          const { id, label, when } = condition;
          const note = noteOf ? ` \u2013 ${noteOf(condition)}` : "";
          return { key: id, label, detail: `${sentenceOf(when, names)}${note}` };
        }),
        what,
        none,
        form: (index) => {
          const condition = conditions[index];
          if (!condition) return null;
          const change = (next) => onChange(replaced(conditions, index, next));
          return /* @__PURE__ */ jsxs11(Flex10, { direction: "column", gap: "sm", children: [
            /* @__PURE__ */ jsx17(
              TextField,
              {
                label: "Name",
                value: condition.label,
                path: `${path}.${index}.label`,
                onChange: (label) => change({ ...condition, label })
              }
            ),
            /* @__PURE__ */ jsx17(
              PredicateEditor,
              {
                value: condition.when,
                path: `${path}.${index}.when`,
                askable,
                isForm: true,
                onChange: (when) => change({ ...condition, when })
              }
            ),
            more?.(condition, index)
          ] });
        },
        onRemove: (index) => onChange(without(conditions, index))
      }
    ),
    !isReadOnly && /* @__PURE__ */ jsx17(
      AddCondition,
      {
        what,
        askable,
        path: `${path}.new`,
        onAdd: (label, when) => {
          const id = newId(
            label,
            conditions.map((each) => each.id)
          );
          onChange([...conditions, { id, label, when }]);
        }
      }
    )
  ] });
}
function AddCondition({
  what,
  askable,
  path,
  onAdd
}) {
  const { properties } = useEditor();
  const [label, setLabel] = useState12("");
  const [when, setWhen] = useState12(null);
  const start = () => {
    const [first] = askableBy(askable, properties);
    if (first) setWhen(firstTest(first.fact, first.kind));
  };
  const end = () => {
    setLabel("");
    setWhen(null);
  };
  if (when === null)
    return /* @__PURE__ */ jsx17(Flex10, { justify: "start", children: /* @__PURE__ */ jsx17(Button9, { size: "sm", onClick: start, children: `Add: ${what.toLowerCase()}` }) });
  const add = () => {
    onAdd(label.trim(), when);
    end();
  };
  return /* @__PURE__ */ jsx17(Tile2, { children: /* @__PURE__ */ jsxs11(Flex10, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx17(Text11, { format: { fontWeight: "demibold" }, children: `New: ${what.toLowerCase()}` }),
    /* @__PURE__ */ jsx17(Input2, { label: "Name", name: `${path}.label`, value: label, onInput: setLabel }),
    /* @__PURE__ */ jsx17(PredicateEditor, { value: when, path: `${path}.when`, askable, isForm: true, onChange: setWhen }),
    /* @__PURE__ */ jsxs11(Flex10, { gap: "sm", align: "center", children: [
      /* @__PURE__ */ jsx17(Button9, { variant: "primary", disabled: label.trim() === "", onClick: add, children: "Add" }),
      /* @__PURE__ */ jsx17(Button9, { onClick: end, children: "Cancel" }),
      label.trim() === "" && /* @__PURE__ */ jsx17(Text11, { variant: "microcopy", children: "Give it a name." })
    ] })
  ] }) });
}

// extensions/src/settings/parts/SectionFrame.tsx
import { Alert as Alert2, Flex as Flex11, Heading, List as List3, Text as Text12 } from "@hubspot/ui-extensions";
import { jsx as jsx18, jsxs as jsxs12 } from "react/jsx-runtime";
function SectionFrame({
  title,
  about,
  prefixes,
  children
}) {
  const { problems, definitions } = useEditor();
  const own = problems.filter(
    ({ path }) => prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}.`))
  );
  return /* @__PURE__ */ jsxs12(Flex11, { direction: "column", gap: "md", children: [
    /* @__PURE__ */ jsxs12(Flex11, { direction: "column", children: [
      /* @__PURE__ */ jsx18(Heading, { children: title }),
      /* @__PURE__ */ jsx18(Text12, { variant: "microcopy", children: about })
    ] }),
    own.length > 0 && /* @__PURE__ */ jsx18(Alert2, { title: "To be mended before this can be published", variant: "warning", testId: "section-problems", children: /* @__PURE__ */ jsx18(List3, { children: own.map(({ path, message }) => /* @__PURE__ */ jsx18(Text12, { children: `${trailText(trailOf(definitions, path))}: ${message}` }, `${path} ${message}`)) }) }),
    children
  ] });
}
var NoSection = ({ title, about }) => /* @__PURE__ */ jsxs12(Flex11, { direction: "column", children: [
  /* @__PURE__ */ jsx18(Heading, { children: title }),
  /* @__PURE__ */ jsx18(Text12, { children: about })
] });

// extensions/src/settings/sections/AccountTiers.tsx
import { Flex as Flex13, Heading as Heading2, Tile as Tile4 } from "@hubspot/ui-extensions";

// extensions/src/settings/parts/LabelledList.tsx
import { Button as Button10, Flex as Flex12, Input as Input3, Tile as Tile3 } from "@hubspot/ui-extensions";
import { useState as useState13 } from "react";
import { jsx as jsx19, jsxs as jsxs13 } from "react/jsx-runtime";
function LabelledList({
  items,
  path,
  what,
  keyOf: keyOf2,
  detailOf,
  more,
  make,
  onChange
}) {
  const { isReadOnly } = useEditor();
  return /* @__PURE__ */ jsxs13(Flex12, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx19(
      ItemTable,
      {
        items: items.map((item, index) => ({ key: keyOf2(item, index), label: item.label, detail: detailOf(item) })),
        what,
        none: "None yet.",
        form: (index) => {
          const item = items[index];
          if (!item) return null;
          const change = (next) => onChange(replaced(items, index, next));
          return /* @__PURE__ */ jsxs13(Flex12, { direction: "column", gap: "sm", children: [
            /* @__PURE__ */ jsx19(
              TextField,
              {
                label: "Name",
                value: item.label,
                path: `${path}.${index}.label`,
                onChange: (label) => change({ ...item, label })
              }
            ),
            more?.(item, `${path}.${index}`, change)
          ] });
        },
        onRemove: (index) => onChange(without(items, index))
      }
    ),
    !isReadOnly && /* @__PURE__ */ jsx19(AddByName, { what, path, onAdd: (label) => onChange([...items, make(label)]) })
  ] });
}
function AddByName({
  what,
  path,
  onAdd
}) {
  const [isOpen, setOpen] = useState13(false);
  const [label, setLabel] = useState13("");
  if (!isOpen)
    return /* @__PURE__ */ jsx19(Flex12, { justify: "start", children: /* @__PURE__ */ jsx19(Button10, { size: "sm", onClick: () => setOpen(true), children: `Add: ${what.toLowerCase()}` }) });
  const add = () => {
    setOpen(false);
    setLabel("");
    onAdd(label.trim());
  };
  return /* @__PURE__ */ jsx19(Tile3, { children: /* @__PURE__ */ jsxs13(Flex12, { gap: "sm", wrap: "wrap", align: "end", children: [
    /* @__PURE__ */ jsx19(Input3, { label: `Name of the new ${what.toLowerCase()}`, name: `${path}.new`, value: label, onInput: setLabel }),
    /* @__PURE__ */ jsx19(Button10, { variant: "primary", disabled: label.trim() === "", onClick: add, children: "Add" }),
    /* @__PURE__ */ jsx19(Button10, { onClick: () => setOpen(false), children: "Cancel" })
  ] }) });
}

// extensions/src/settings/sections/AccountTiers.tsx
import { jsx as jsx20, jsxs as jsxs14 } from "react/jsx-runtime";
function AccountTiers({
  tiers,
  onChange
}) {
  return /* @__PURE__ */ jsx20(Tile4, { children: /* @__PURE__ */ jsxs14(Flex13, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx20(Heading2, { children: "Tiers" }),
    /* @__PURE__ */ jsx20(
      PropertyPicker,
      {
        label: "Property that holds the tier",
        fact: `company.${tiers.property}`,
        askable: "company",
        path: "accounts.tiers.property",
        onChange: (fact) => onChange({ ...tiers, property: fact.slice(fact.indexOf(".") + 1) })
      }
    ),
    /* @__PURE__ */ jsx20(
      LabelledList,
      {
        items: tiers.values,
        path: "accounts.tiers.values",
        what: "Tier",
        keyOf: (_, index) => `tier-${index}`,
        detailOf: tierText,
        more: (tier, path, change) => /* @__PURE__ */ jsx20(TierForm, { tier, path, onChange: change }),
        make: (label) => ({ value: label, label }),
        onChange: (values) => onChange({ ...tiers, values })
      }
    )
  ] }) });
}
function tierText({ value, least, most }) {
  const size = least !== void 0 && most !== void 0 ? `${least} to ${most} accounts` : most !== void 0 ? `at most ${most} accounts` : least !== void 0 ? `at least ${least} accounts` : "any number of accounts";
  return `Value ${value}, ${size}`;
}
function TierForm({
  tier,
  path,
  onChange
}) {
  const { least: _, ...withoutLeast } = tier;
  const { most: __, ...withoutMost } = tier;
  return /* @__PURE__ */ jsxs14(Flex13, { gap: "sm", wrap: "wrap", children: [
    /* @__PURE__ */ jsx20(
      TextField,
      {
        label: "Value of the property",
        value: tier.value,
        path: `${path}.value`,
        onChange: (value) => onChange({ ...tier, value })
      }
    ),
    /* @__PURE__ */ jsx20(
      NumberField,
      {
        label: "Accounts, at least",
        value: tier.least,
        path: `${path}.least`,
        onChange: (least) => onChange({ ...tier, least }),
        onClear: () => onChange(withoutLeast)
      }
    ),
    /* @__PURE__ */ jsx20(
      NumberField,
      {
        label: "Accounts, at most",
        value: tier.most,
        path: `${path}.most`,
        onChange: (most) => onChange({ ...tier, most }),
        onClear: () => onChange(withoutMost)
      }
    )
  ] });
}

// extensions/src/settings/sections/AccountsSection.tsx
import { jsx as jsx21, jsxs as jsxs15 } from "react/jsx-runtime";
function AccountsSection() {
  const { definitions, change } = useEditor();
  const { accounts, scoring } = definitions;
  if (!accounts)
    return /* @__PURE__ */ jsx21(NoSection, { title: "Accounts", about: "Accounts are not followed here: import a file with the section accounts." });
  const set = (next) => change("accounts", { ...accounts, ...next });
  return /* @__PURE__ */ jsxs15(
    SectionFrame,
    {
      title: "Accounts",
      about: "An account that fits and has a tier is a target; it is aware and in the market by what its people do.",
      prefixes: ["accounts", "scoring.account"],
      children: [
        /* @__PURE__ */ jsx21(Tile5, { children: /* @__PURE__ */ jsxs15(Flex14, { direction: "column", gap: "sm", children: [
          /* @__PURE__ */ jsx21(Heading3, { children: "In the market we could serve when" }),
          /* @__PURE__ */ jsx21(
            PredicateEditor,
            {
              value: accounts.universe,
              path: "accounts.universe",
              askable: "company",
              what: "market",
              onChange: (universe) => set({ universe })
            }
          ),
          /* @__PURE__ */ jsx21(Heading3, { children: "Fits (ICP) when" }),
          /* @__PURE__ */ jsx21(
            PredicateEditor,
            {
              value: accounts.icp,
              path: "accounts.icp",
              askable: "company",
              what: "ICP",
              onChange: (icp) => set({ icp })
            }
          )
        ] }) }),
        /* @__PURE__ */ jsx21(Tile5, { children: /* @__PURE__ */ jsxs15(Flex14, { gap: "sm", wrap: "wrap", children: [
          /* @__PURE__ */ jsx21(
            NumberField,
            {
              label: "Aware from points",
              value: accounts.awareFrom,
              path: "accounts.awareFrom",
              onChange: (awareFrom) => set({ awareFrom })
            }
          ),
          /* @__PURE__ */ jsx21(
            NumberField,
            {
              label: "In the market from points",
              value: accounts.inMarketFrom,
              path: "accounts.inMarketFrom",
              onChange: (inMarketFrom) => set({ inMarketFrom })
            }
          ),
          /* @__PURE__ */ jsx21(
            NumberField,
            {
              label: "Not offered again for days",
              value: accounts.pauseDays,
              path: "accounts.pauseDays",
              onChange: (pauseDays) => set({ pauseDays })
            }
          )
        ] }) }),
        /* @__PURE__ */ jsx21(AccountTiers, { tiers: accounts.tiers, onChange: (tiers) => set({ tiers }) }),
        scoring && /* @__PURE__ */ jsx21(Tile5, { children: /* @__PURE__ */ jsxs15(Flex14, { direction: "column", gap: "xs", children: [
          /* @__PURE__ */ jsx21(Heading3, { children: "Account score" }),
          /* @__PURE__ */ jsx21(Text13, { variant: "microcopy", children: "Without a property it is the fit of the company and its signals." }),
          /* @__PURE__ */ jsx21(
            PropertyPicker,
            {
              label: "Score that another system puts into",
              fact: scoring.account.imported === void 0 ? "" : `company.${scoring.account.imported}`,
              askable: "company",
              path: "scoring.account.imported",
              onChange: (fact) => change("scoring", { ...scoring, account: { imported: fact.slice("company.".length) } })
            }
          )
        ] }) }),
        /* @__PURE__ */ jsx21(Tile5, { children: /* @__PURE__ */ jsxs15(Flex14, { direction: "column", gap: "sm", children: [
          /* @__PURE__ */ jsx21(Heading3, { children: "Exclusions" }),
          /* @__PURE__ */ jsx21(
            ConditionList,
            {
              conditions: accounts.exclusions,
              path: "accounts.exclusions",
              askable: "company",
              what: "Exclusion",
              none: "No account is excluded.",
              onChange: (exclusions) => set({ exclusions })
            }
          )
        ] }) })
      ]
    }
  );
}

// extensions/src/settings/parts/ChoiceField.tsx
import { Select as Select4 } from "@hubspot/ui-extensions";
import { jsx as jsx22 } from "react/jsx-runtime";
function ChoiceField({
  label,
  value,
  options,
  path,
  onChange,
  description
}) {
  const editor = useEditor();
  const problem = problemAt(editor, path);
  return /* @__PURE__ */ jsx22(
    Select4,
    {
      label,
      name: path,
      value,
      options: [...options],
      readOnly: editor.isReadOnly,
      onChange: (next) => onChange(next),
      ...asError(problem),
      ...description === void 0 ? {} : { description }
    }
  );
}

// extensions/src/settings/words/levels.ts
var LEVELS2 = [
  { value: "block", label: "Block: nobody goes on without it" },
  { value: "warn", label: "Warn: whoever goes on without it says so" },
  { value: "observe", label: "Observe: only count it" }
];
var levelText = (level) => LEVELS2.find(({ value }) => value === level)?.label ?? level;

// extensions/src/settings/sections/AnswersSection.tsx
import { jsx as jsx23 } from "react/jsx-runtime";
function AnswersSection() {
  const { definitions, change } = useEditor();
  const { qualification } = definitions;
  if (!qualification)
    return /* @__PURE__ */ jsx23(NoSection, { title: "Answers", about: "Nothing is asked here: import a file with the section qualification." });
  const { answers } = qualification;
  return /* @__PURE__ */ jsx23(
    SectionFrame,
    {
      title: "Qualification answers",
      about: "What discovery has to find out; each is kept with who wrote it and when, and asked at the gate to a sales qualified opportunity.",
      prefixes: ["qualification.answers"],
      children: /* @__PURE__ */ jsx23(
        LabelledList,
        {
          items: answers,
          path: "qualification.answers",
          what: "Answer",
          keyOf: ({ id }) => id,
          detailOf: ({ level }) => levelText(level),
          more: (answer, path, onChange) => /* @__PURE__ */ jsx23(
            ChoiceField,
            {
              label: "When it is missing",
              value: answer.level,
              options: LEVELS2,
              path: `${path}.level`,
              onChange: (level) => onChange({ ...answer, level })
            }
          ),
          make: (label) => ({
            id: newId(
              label,
              answers.map(({ id }) => id)
            ),
            label,
            level: "warn"
          }),
          onChange: (next) => change("qualification", { ...qualification, answers: next })
        }
      )
    }
  );
}

// extensions/src/settings/sections/BehaviorSection.tsx
import { Button as Button13, Flex as Flex19, Heading as Heading5, Input as Input6, Select as Select6, Text as Text16, Tile as Tile8 } from "@hubspot/ui-extensions";
import { useState as useState15 } from "react";

// extensions/src/settings/document/rules.ts
var countedOf = (rule) => {
  if ("when" in rule) return { kind: "state", when: rule.when };
  return "touch" in rule.on ? { kind: "touch", touch: rule.on.touch } : { kind: "signal", signal: rule.on.signal };
};
function withCounted(rule, counted) {
  const { id, label, points } = rule;
  if (counted.kind === "state") return { id, label, points, when: counted.when };
  if (counted.kind === "touch") return { id, label, points, on: { touch: counted.touch } };
  const same = "on" in rule && "signal" in rule.on && rule.on.signal === counted.signal;
  return { id, label, points, on: same ? rule.on : { signal: counted.signal } };
}
function newRule({ label, points, counted }, group) {
  const id = newId(
    label,
    group.rules.map((rule) => rule.id)
  );
  return withCounted({ id, label, points, on: { touch: "" } }, counted);
}
var signed = (points, kind) => kind === "negative" ? 0 - Math.abs(points) : Math.abs(points);
var withGroups = (scoring, groups) => ({
  ...scoring,
  behavior: { ...scoring.behavior, groups }
});
function signalsOf({ scoring }) {
  const named2 = (scoring?.behavior.groups ?? []).flatMap(
    ({ rules }) => rules.flatMap((rule) => "on" in rule && "signal" in rule.on ? [rule.on.signal] : [])
  );
  return [.../* @__PURE__ */ new Set(["intent", "usage", ...named2])];
}

// extensions/src/settings/parts/GroupEditor.tsx
import { Button as Button12, Flex as Flex17, Heading as Heading4, Text as Text15, Tile as Tile7 } from "@hubspot/ui-extensions";

// extensions/src/settings/parts/AddRule.tsx
import { Button as Button11, Flex as Flex16, Input as Input5, NumberInput as NumberInput3, Text as Text14, Tile as Tile6 } from "@hubspot/ui-extensions";
import { useState as useState14 } from "react";

// extensions/src/settings/parts/CountedField.tsx
import { Flex as Flex15, Input as Input4, Select as Select5 } from "@hubspot/ui-extensions";
import { jsx as jsx24, jsxs as jsxs16 } from "react/jsx-runtime";
var STATE = "state";
var NEW_SIGNAL = "signal:";
function CountedField({
  counted,
  path,
  onChange
}) {
  const { definitions, properties, isReadOnly } = useEditor();
  const signals = signalsOf(definitions);
  const options = [
    ...definitions.touchTypes.map(({ id, label }) => ({ value: `touch:${id}`, label })),
    ...signals.map((signal) => ({ value: `signal:${signal}`, label: `Signal: ${signal}` })),
    { value: NEW_SIGNAL, label: "Another signal \u2026" },
    { value: STATE, label: "A property of the contact or company \u2026" }
  ];
  const choose = (value) => {
    const [kind, id = ""] = value.split(":");
    if (kind === "touch") return onChange({ kind, touch: id });
    if (kind === "signal") return onChange({ kind, signal: id });
    const [first] = askableBy("person", properties);
    if (first) onChange({ kind: "state", when: firstTest(first.fact, first.kind) });
  };
  const isUnlisted = counted?.kind === "signal" && !signals.includes(counted.signal);
  return /* @__PURE__ */ jsxs16(Flex15, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx24(
      Select5,
      {
        label: "What counts",
        name: `${path}.on`,
        placeholder: "Choose, or type to search",
        options,
        ...counted ? { value: isUnlisted ? NEW_SIGNAL : valueOf(counted) } : {},
        readOnly: isReadOnly,
        onChange: (value) => choose(String(value))
      }
    ),
    isUnlisted && /* @__PURE__ */ jsx24(
      Input4,
      {
        label: "Kind of signal",
        name: `${path}.signal`,
        description: "As it is sent: lower-case letters, digits and _",
        value: counted.signal,
        onChange: (signal) => onChange({ kind: "signal", signal: signal.trim() })
      }
    ),
    counted?.kind === "state" && /* @__PURE__ */ jsx24(
      PredicateEditor,
      {
        value: counted.when,
        path: `${path}.when`,
        askable: "person",
        isForm: true,
        onChange: (when) => onChange({ kind: "state", when })
      }
    )
  ] });
}
var valueOf = (counted) => counted.kind === "state" ? STATE : counted.kind === "touch" ? `touch:${counted.touch}` : `signal:${counted.signal}`;

// extensions/src/settings/parts/AddRule.tsx
import { jsx as jsx25, jsxs as jsxs17 } from "react/jsx-runtime";
var FIRST_POINTS = 10;
function AddRule({
  group,
  path,
  onAdd
}) {
  const [isOpen, setOpen] = useState14(false);
  if (isOpen)
    return /* @__PURE__ */ jsx25(
      NewRule,
      {
        group,
        path,
        onAdd: (rule) => {
          setOpen(false);
          onAdd(rule);
        },
        onCancel: () => setOpen(false)
      }
    );
  return /* @__PURE__ */ jsx25(Flex16, { justify: "start", children: /* @__PURE__ */ jsx25(Button11, { size: "sm", onClick: () => setOpen(true), testId: `add-${group.id}`, children: `Add a rule to ${group.label}` }) });
}
function NewRule({
  group,
  path,
  onAdd,
  onCancel
}) {
  const { definitions, properties } = useEditor();
  const [counted, setCounted] = useState14(null);
  const [points, setPoints] = useState14(signed(FIRST_POINTS, group.kind));
  const [name, setName] = useState14("");
  const suggested = counted ? suggestedName(counted) : "";
  function suggestedName(what) {
    if (what.kind === "touch") return touchLabel(definitions, what.touch);
    if (what.kind === "signal") return what.signal;
    return "fact" in what.when ? propertyOf(what.when.fact, properties).label : "";
  }
  const label = name.trim() || suggested;
  const lacks = counted === null ? "Choose what counts." : points === null ? "Write the points." : label === "" ? "Give it a name." : "";
  const add = () => {
    if (counted && points !== null && label !== "") onAdd(newRule({ label, points, counted }, group));
  };
  return /* @__PURE__ */ jsx25(Tile6, { children: /* @__PURE__ */ jsxs17(Flex16, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx25(Text14, { format: { fontWeight: "demibold" }, children: `A new rule of ${group.label}` }),
    /* @__PURE__ */ jsx25(CountedField, { counted, path: `${path}.new`, onChange: setCounted }),
    /* @__PURE__ */ jsxs17(Flex16, { gap: "sm", wrap: "wrap", align: "end", children: [
      /* @__PURE__ */ jsx25(
        NumberInput3,
        {
          label: group.kind === "negative" ? "Points taken away" : "Points",
          name: `${path}.new.points`,
          precision: 0,
          ...points === null ? {} : { value: points },
          onChange: (next) => setPoints(next === null ? null : signed(next, group.kind))
        }
      ),
      /* @__PURE__ */ jsx25(
        Input5,
        {
          label: "Name",
          name: `${path}.new.label`,
          description: "As sales people will read it",
          placeholder: suggested,
          value: name,
          onInput: setName
        }
      )
    ] }),
    /* @__PURE__ */ jsxs17(Flex16, { gap: "sm", align: "center", children: [
      /* @__PURE__ */ jsx25(Button11, { variant: "primary", disabled: lacks !== "", onClick: add, testId: "add-rule", children: "Add this rule" }),
      /* @__PURE__ */ jsx25(Button11, { onClick: onCancel, children: "Cancel" }),
      lacks !== "" && /* @__PURE__ */ jsx25(Text14, { variant: "microcopy", children: lacks })
    ] })
  ] }) });
}

// extensions/src/settings/parts/GroupEditor.tsx
import { jsx as jsx26, jsxs as jsxs18 } from "react/jsx-runtime";
function GroupEditor({
  group,
  path,
  onChange,
  onRemove
}) {
  const { definitions, names, isReadOnly } = useEditor();
  const setRules = (rules) => onChange({ ...group, rules });
  const { halfLifeDays: _, ...unfading } = group;
  return /* @__PURE__ */ jsx26(Tile7, { children: /* @__PURE__ */ jsxs18(Flex17, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx26(Heading4, { children: group.label }),
    /* @__PURE__ */ jsx26(Text15, { variant: "microcopy", children: fadingText(group) }),
    /* @__PURE__ */ jsx26(
      ItemTable,
      {
        items: group.rules.map((rule) => ({
          key: rule.id,
          label: rule.label,
          detail: ruleText(rule, definitions, names),
          figure: signedText(rule.points)
        })),
        what: "Rule",
        figure: "Points",
        none: "No rules yet.",
        form: (index) => {
          const rule = group.rules[index];
          return rule ? /* @__PURE__ */ jsx26(
            RuleForm,
            {
              rule,
              kind: group.kind,
              path: `${path}.rules.${index}`,
              onChange: (next) => setRules(replaced(group.rules, index, next))
            }
          ) : null;
        },
        onRemove: (index) => setRules(without(group.rules, index))
      }
    ),
    !isReadOnly && /* @__PURE__ */ jsx26(AddRule, { group, path: `${path}.rules`, onAdd: (rule) => setRules([...group.rules, rule]) }),
    /* @__PURE__ */ jsxs18(Flex17, { gap: "sm", wrap: "wrap", align: "end", children: [
      /* @__PURE__ */ jsx26(
        TextField,
        {
          label: "Name of the group",
          value: group.label,
          path: `${path}.label`,
          onChange: (label) => onChange({ ...group, label })
        }
      ),
      /* @__PURE__ */ jsx26(
        NumberField,
        {
          label: group.kind === "negative" ? "At most taken away" : "At most added",
          value: group.cap,
          path: `${path}.cap`,
          onChange: (cap) => onChange({ ...group, cap })
        }
      ),
      /* @__PURE__ */ jsx26(
        NumberField,
        {
          label: "Half-life in days",
          value: group.halfLifeDays,
          path: `${path}.halfLifeDays`,
          onChange: (halfLifeDays) => onChange({ ...group, halfLifeDays }),
          onClear: () => onChange(unfading)
        }
      ),
      !isReadOnly && /* @__PURE__ */ jsx26(Button12, { size: "sm", variant: "transparent", onClick: onRemove, testId: `remove-group-${group.id}`, children: "Remove the group" })
    ] })
  ] }) });
}
var fadingText = ({ cap, kind, halfLifeDays }) => {
  const most = `Together at most ${cap} points ${kind === "negative" ? "away" : "more"}`;
  const fading = halfLifeDays === void 0 ? "events do not fade" : `an event is worth half after ${halfLifeDays} days`;
  return `${most}; ${fading}.`;
};
function RuleForm({
  rule,
  kind,
  path,
  onChange
}) {
  return /* @__PURE__ */ jsxs18(Flex17, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsxs18(Flex17, { gap: "sm", wrap: "wrap", children: [
      /* @__PURE__ */ jsx26(
        TextField,
        {
          label: "Name",
          value: rule.label,
          path: `${path}.label`,
          onChange: (label) => onChange({ ...rule, label })
        }
      ),
      /* @__PURE__ */ jsx26(
        NumberField,
        {
          label: kind === "negative" ? "Points taken away" : "Points",
          value: rule.points,
          path: `${path}.points`,
          onChange: (points) => onChange({ ...rule, points: signed(points, kind) })
        }
      )
    ] }),
    /* @__PURE__ */ jsx26(
      CountedField,
      {
        counted: countedOf(rule),
        path,
        onChange: (counted) => onChange(withCounted(rule, counted))
      }
    )
  ] });
}

// extensions/src/settings/parts/StepsField.tsx
import { Flex as Flex18 } from "@hubspot/ui-extensions";
import { jsx as jsx27 } from "react/jsx-runtime";
function StepsField({
  steps,
  path,
  nameOf: nameOf2,
  onChange
}) {
  return /* @__PURE__ */ jsx27(Flex18, { gap: "sm", wrap: "wrap", children: steps.map((step, index) => /* @__PURE__ */ jsx27(
    NumberField,
    {
      label: `${nameOf2(step)} from points`,
      value: step.from,
      path: `${path}.${index}.from`,
      onChange: (from) => onChange(replaced(steps, index, { ...step, from }))
    },
    nameOf2(step)
  )) });
}

// extensions/src/settings/sections/BehaviorSection.tsx
import { jsx as jsx28, jsxs as jsxs19 } from "react/jsx-runtime";
var KINDS = [
  { value: "engagement", label: "Engagement: what people do with us" },
  { value: "intent", label: "Intent: signs from outside" },
  { value: "usage", label: "Usage: what they do with the product" }
];
function BehaviorSection() {
  const { definitions, change } = useEditor();
  const { scoring } = definitions;
  if (!scoring)
    return /* @__PURE__ */ jsx28(NoSection, { title: "Behavior", about: "There are no scores here: import a file with the section scoring." });
  const setBehavior = (behavior) => change("scoring", { ...scoring, behavior });
  const { breadth, bands } = scoring.behavior;
  const path = "scoring.behavior";
  return /* @__PURE__ */ jsxs19(
    SectionFrame,
    {
      title: "Behavior",
      about: "Points for what somebody did, each group with its cap, fading with its half-life. Breadth counts beside depth.",
      prefixes: [path, "scoring.recentDays"],
      children: [
        /* @__PURE__ */ jsx28(Groups, { isShown: (group) => group.kind !== "negative", kinds: KINDS }),
        /* @__PURE__ */ jsx28(Tile8, { children: /* @__PURE__ */ jsxs19(Flex19, { direction: "column", gap: "sm", children: [
          /* @__PURE__ */ jsx28(Heading5, { children: "Breadth, bands and recency" }),
          /* @__PURE__ */ jsxs19(Flex19, { gap: "sm", wrap: "wrap", children: [
            /* @__PURE__ */ jsx28(
              NumberField,
              {
                label: "Points for each channel",
                value: breadth.perChannel,
                path: `${path}.breadth.perChannel`,
                onChange: (perChannel) => setBehavior({ ...scoring.behavior, breadth: { ...breadth, perChannel } })
              }
            ),
            /* @__PURE__ */ jsx28(
              NumberField,
              {
                label: "Active within days",
                value: breadth.withinDays,
                path: `${path}.breadth.withinDays`,
                onChange: (withinDays) => setBehavior({ ...scoring.behavior, breadth: { ...breadth, withinDays } })
              }
            ),
            /* @__PURE__ */ jsx28(
              NumberField,
              {
                label: "Channels together at most",
                value: breadth.cap,
                path: `${path}.breadth.cap`,
                onChange: (cap) => setBehavior({ ...scoring.behavior, breadth: { ...breadth, cap } })
              }
            ),
            /* @__PURE__ */ jsx28(
              NumberField,
              {
                label: "Recent means days",
                value: scoring.recentDays,
                path: "scoring.recentDays",
                onChange: (recentDays) => change("scoring", { ...scoring, recentDays })
              }
            )
          ] }),
          /* @__PURE__ */ jsx28(Text16, { variant: "microcopy", children: "Band 1 is the most active; below the last number is band 4." }),
          /* @__PURE__ */ jsx28(
            StepsField,
            {
              steps: bands,
              path: `${path}.bands`,
              nameOf: ({ band }) => `Band ${band}`,
              onChange: (next) => setBehavior({ ...scoring.behavior, bands: next })
            }
          )
        ] }) })
      ]
    }
  );
}
function Groups({
  isShown,
  kinds
}) {
  const { definitions, change, isReadOnly } = useEditor();
  const { scoring } = definitions;
  if (!scoring) return null;
  const { groups } = scoring.behavior;
  const setGroups = (next) => change("scoring", withGroups(scoring, next));
  return /* @__PURE__ */ jsxs19(Flex19, { direction: "column", gap: "md", children: [
    groups.map(
      (group, index) => isShown(group) ? /* @__PURE__ */ jsx28(
        GroupEditor,
        {
          group,
          path: `scoring.behavior.groups.${index}`,
          onChange: (next) => setGroups(replaced(groups, index, next)),
          onRemove: () => setGroups(without(groups, index))
        },
        group.id
      ) : null
    ),
    !isReadOnly && /* @__PURE__ */ jsx28(
      AddGroup,
      {
        kinds,
        onAdd: (label, kind) => {
          const id = newId(
            label,
            groups.map((group) => group.id)
          );
          setGroups([...groups, { id, label, kind, cap: 30, halfLifeDays: 30, rules: [] }]);
        }
      }
    )
  ] });
}
function AddGroup({
  kinds,
  onAdd
}) {
  const [isOpen, setOpen] = useState15(false);
  const [label, setLabel] = useState15("");
  const [kind, setKind] = useState15(kinds[0]?.value ?? "engagement");
  if (!isOpen)
    return /* @__PURE__ */ jsx28(Flex19, { justify: "start", children: /* @__PURE__ */ jsx28(Button13, { size: "sm", variant: "transparent", onClick: () => setOpen(true), children: "Add a group" }) });
  const add = () => {
    setOpen(false);
    setLabel("");
    onAdd(label.trim(), kind);
  };
  return /* @__PURE__ */ jsx28(Tile8, { children: /* @__PURE__ */ jsxs19(Flex19, { gap: "sm", wrap: "wrap", align: "end", children: [
    /* @__PURE__ */ jsx28(Input6, { label: "Name of the new group", name: "new-group", value: label, onInput: setLabel }),
    kinds.length > 1 && /* @__PURE__ */ jsx28(
      Select6,
      {
        label: "Kind",
        name: "new-group-kind",
        options: [...kinds],
        value: kind,
        onChange: (value) => setKind(value)
      }
    ),
    /* @__PURE__ */ jsx28(Button13, { disabled: label.trim() === "", onClick: add, children: "Add the group" }),
    /* @__PURE__ */ jsx28(Button13, { onClick: () => setOpen(false), children: "Cancel" })
  ] }) });
}

// extensions/src/settings/sections/CalibrationSection.tsx
import { Alert as Alert6, Button as Button15, Flex as Flex23, Heading as Heading8, LoadingSpinner as LoadingSpinner4, NumberInput as NumberInput4, Select as Select7, Text as Text22, Tile as Tile9 } from "@hubspot/ui-extensions";
import { useState as useState18 } from "react";

// extensions/src/settings/backend/use-calibration.ts
import { useCallback as useCallback5, useEffect as useEffect5, useState as useState16 } from "react";
var POLL_MS3 = 1e3;
function useCalibration(url) {
  const [answer, setAnswer] = useState16(null);
  const [problem, setProblem] = useState16(null);
  const [polls, setPolls] = useState16(0);
  const settle = useCallback5((outcome) => {
    setPolls((count) => count + 1);
    if (outcome.kind === "answered") setAnswer(outcome.answer);
    setProblem(outcome.kind === "answered" ? null : outcome.message);
  }, []);
  useEffect5(() => void ask(`${url}/calibrations`).then(settle), [url, settle]);
  const calibration = answer?.calibration;
  const isRunning = calibration?.state === "running";
  const id = calibration?.calibrationId;
  useEffect5(() => {
    if (!isRunning || id === void 0) return void 0;
    const next = () => void ask(`${url}/calibrations/${id}`).then(settle);
    const timer = setTimeout(next, POLL_MS3);
    return () => clearTimeout(timer);
  }, [url, id, isRunning, polls, settle]);
  const start = (options) => void send(`${url}/calibrations`, options).then(settle);
  return { answer, problem, isRunning, start };
}

// extensions/src/settings/sections/CalibrationResult.tsx
import { Alert as Alert5, BarChart, Flex as Flex22, Heading as Heading7, Text as Text21 } from "@hubspot/ui-extensions";

// extensions/src/parts/Rows.tsx
import { Table as Table2, TableBody as TableBody2, TableCell as TableCell2, TableHead as TableHead2, TableHeader as TableHeader2, TableRow as TableRow2, Text as Text17 } from "@hubspot/ui-extensions";
import { jsx as jsx29, jsxs as jsxs20 } from "react/jsx-runtime";
var Rows = ({ head, rows, empty }) => rows.length === 0 ? /* @__PURE__ */ jsx29(Text17, { children: empty }) : /* @__PURE__ */ jsxs20(Table2, { bordered: true, children: [
  /* @__PURE__ */ jsx29(TableHead2, { children: /* @__PURE__ */ jsx29(TableRow2, { children: head.map((text) => /* @__PURE__ */ jsx29(TableHeader2, { children: text }, text)) }) }),
  /* @__PURE__ */ jsx29(TableBody2, { children: rows.map((cells, row) => (
    // Rows come whole and in order, and two of them may say the same.
    /* @__PURE__ */ jsx29(TableRow2, { children: cells.map((text, column) => /* @__PURE__ */ jsx29(TableCell2, { children: text }, head[column])) }, row)
  )) })
] });

// extensions/src/settings/words/calibration.ts
var percent = (value) => `${Math.round(value * 100)} %`;
function share({ part, rate, low, high }) {
  if (rate === null || low === null || high === null) return `${part}`;
  return `${part} (${percent(rate)}, ${percent(low)} to ${percent(high)})`;
}
function aucText({ auc, low, high }) {
  const pairs = `Of two leads, one that got there and one that did not, the score puts the right one first in ${percent(auc)} of cases (95 % interval ${percent(low)} to ${percent(high)}; a coin has 50 %).`;
  if (high < 0.5) return `${pairs} It ranks leads the wrong way round.`;
  return `${pairs} ${low > 0.5 ? "It does better than chance." : "That may be chance."}`;
}
function doublingText({
  fit,
  behavior
}) {
  const more = (points, of) => `${Math.round(points)} more points of ${of}`;
  const told = [
    ...fit === null ? [] : [more(fit, "fit")],
    ...behavior === null ? [] : [more(behavior, "behavior")]
  ];
  return told.length === 0 ? "" : `${told.join(", or ")} double the odds of success.`;
}

// extensions/src/settings/sections/CalibrationColumns.tsx
import { Accordion, Alert as Alert3, Flex as Flex20, Text as Text18 } from "@hubspot/ui-extensions";
import { jsx as jsx30, jsxs as jsxs21 } from "react/jsx-runtime";
function CalibrationColumns({ result: { used, leftOut } }) {
  const { definitions, names } = useEditor();
  const nameOf2 = (column) => column.startsWith("touch.") ? touchLabel(definitions, column.slice("touch.".length)) : names.fact(column);
  const suspicious = leftOut.filter((column) => column.suspicious).map(({ name }) => nameOf2(name));
  const alone = (auc) => auc === null ? "" : percent(auc);
  return /* @__PURE__ */ jsxs21(Flex20, { direction: "column", gap: "sm", children: [
    suspicious.length > 0 && /* @__PURE__ */ jsx30(Alert3, { title: `Suspicious: ${suspicious.join(", ")}`, variant: "warning", children: "Left out, and too good to be true: probably written because of what became of the lead." }),
    /* @__PURE__ */ jsx30(Accordion, { title: `What each property tells alone (${used.length} used, ${leftOut.length} left out)`, children: /* @__PURE__ */ jsxs21(Flex20, { direction: "column", gap: "xs", children: [
      /* @__PURE__ */ jsx30(Text18, { variant: "microcopy", children: "How often it alone puts the right one of two leads first; 50 % is a coin. A value that was changed after the lead qualified may have been written because of what became of it: it is left out." }),
      /* @__PURE__ */ jsx30(
        Rows,
        {
          head: ["Used", "Alone", "Blank"],
          rows: used.map((column) => [nameOf2(column.name), alone(column.alone), String(column.blank)]),
          empty: "No property could be used."
        }
      ),
      leftOut.length > 0 && /* @__PURE__ */ jsx30(
        Rows,
        {
          head: ["Left out", "Alone", "Why"],
          rows: leftOut.map((column) => [nameOf2(column.name), alone(column.alone), column.sentence]),
          empty: ""
        }
      )
    ] }) })
  ] });
}

// extensions/src/settings/sections/RuleWeights.tsx
import { Alert as Alert4, Button as Button14, Flex as Flex21, Heading as Heading6, Text as Text20 } from "@hubspot/ui-extensions";
import { useState as useState17 } from "react";

// extensions/src/settings/document/weights.ts
var weightKey = ({ group, id }) => `${group ?? ""}/${id}`;
function pointsOfRule({ fit, behavior }, { group, id }) {
  const rules = group === null ? fit.rules : behavior.groups.find((each) => each.id === group)?.rules ?? [];
  return rules.find((rule) => rule.id === id)?.points;
}
var isClear = ({ suggested, current }) => suggested !== null && (current < suggested.low || current > suggested.high);
function withSuggested(scoring, weights) {
  const points = new Map(weights.flatMap((each) => each.suggested ? [[weightKey(each), each.suggested.points]] : []));
  const changed = (rule, group) => ({
    ...rule,
    points: points.get(weightKey({ group, id: rule.id })) ?? rule.points
  });
  const { fit, behavior } = scoring;
  return {
    ...scoring,
    fit: { ...fit, rules: fit.rules.map((rule) => changed(rule, null)) },
    behavior: {
      ...behavior,
      groups: behavior.groups.map((group) => ({
        ...group,
        rules: group.rules.map((rule) => changed(rule, group.id))
      }))
    }
  };
}

// extensions/src/settings/sections/RuleWeightTable.tsx
import { Checkbox, Table as Table3, TableBody as TableBody3, TableCell as TableCell3, TableHead as TableHead3, TableHeader as TableHeader3, TableRow as TableRow3, Text as Text19 } from "@hubspot/ui-extensions";
import { Fragment as Fragment4, jsx as jsx31, jsxs as jsxs22 } from "react/jsx-runtime";
var RuleWeightTable = ({ rules, scoring, open, chosen, onChoose }) => /* @__PURE__ */ jsxs22(Table3, { density: "compact", children: [
  /* @__PURE__ */ jsx31(TableHead3, { children: /* @__PURE__ */ jsxs22(TableRow3, { children: [
    /* @__PURE__ */ jsx31(TableHeader3, { children: "Rule" }),
    /* @__PURE__ */ jsx31(TableHeader3, { width: "min", align: "right", children: "Leads" }),
    /* @__PURE__ */ jsx31(TableHeader3, { width: "min", align: "right", children: "Points" }),
    /* @__PURE__ */ jsx31(TableHeader3, { width: "min", align: "right", children: "Suggested" }),
    /* @__PURE__ */ jsx31(TableHeader3, { width: "min", align: "right", children: "Difference" })
  ] }) }),
  /* @__PURE__ */ jsx31(TableBody3, { children: rules.map((rule) => {
    const key = weightKey(rule);
    const isOpen = open.has(key);
    return /* @__PURE__ */ jsxs22(TableRow3, { children: [
      /* @__PURE__ */ jsxs22(TableCell3, { children: [
        isOpen ? /* @__PURE__ */ jsx31(
          Checkbox,
          {
            name: `weight-${key}`,
            checked: chosen.has(key),
            onChange: (isChosen) => onChoose(rule, isChosen),
            children: rule.label
          }
        ) : /* @__PURE__ */ jsx31(Text19, { format: { fontWeight: "demibold" }, children: rule.label }),
        /* @__PURE__ */ jsx31(Text19, { variant: "microcopy", children: [rule.groupLabel, rule.why].filter(Boolean).join(" \xB7 ") })
      ] }),
      /* @__PURE__ */ jsx31(TableCell3, { width: "min", align: "right", children: rule.entries }),
      /* @__PURE__ */ jsx31(Points, { rule, inDraft: scoring && pointsOfRule(scoring, rule) })
    ] }, key);
  }) })
] });
function Points({ rule, inDraft }) {
  const { formats } = useEditor();
  const { current, suggested } = rule;
  const difference = suggested === null ? 0 : suggested.points - current;
  return /* @__PURE__ */ jsxs22(Fragment4, { children: [
    /* @__PURE__ */ jsxs22(TableCell3, { width: "min", align: "right", children: [
      /* @__PURE__ */ jsx31(Text19, { children: signedText(current) }),
      inDraft !== current && /* @__PURE__ */ jsx31(Text19, { variant: "microcopy", children: inDraft === void 0 ? "not in the draft" : `draft: ${signedText(inDraft)}` })
    ] }),
    /* @__PURE__ */ jsx31(TableCell3, { width: "min", align: "right", children: suggested && /* @__PURE__ */ jsxs22(Fragment4, { children: [
      /* @__PURE__ */ jsx31(Text19, { children: signedText(suggested.points) }),
      /* @__PURE__ */ jsx31(Text19, { variant: "microcopy", children: `${formats.number(suggested.low)} to ${formats.number(suggested.high)}` })
    ] }) }),
    /* @__PURE__ */ jsx31(TableCell3, { width: "min", align: "right", children: suggested && (difference === 0 ? "0" : signedText(difference)) })
  ] });
}

// extensions/src/settings/sections/RuleWeights.tsx
import { jsx as jsx32, jsxs as jsxs23 } from "react/jsx-runtime";
function RuleWeights({ weights, source }) {
  const { definitions, change, isReadOnly } = useEditor();
  const [chosen, setChosen] = useState17(/* @__PURE__ */ new Set());
  const [taken, setTaken] = useState17(0);
  const { scoring } = definitions;
  const { model, rules, version } = weights;
  const open = rules.filter((rule) => {
    const points = scoring && pointsOfRule(scoring, rule);
    return rule.suggested !== null && points !== void 0 && points !== rule.suggested.points;
  });
  const picked = open.filter((rule) => chosen.has(weightKey(rule)));
  const keysOf = (list) => new Set(list.map(weightKey));
  const clear = open.filter(isClear);
  const take = () => {
    if (!scoring) return;
    change("scoring", withSuggested(scoring, picked));
    setTaken(picked.length);
    setChosen(/* @__PURE__ */ new Set());
  };
  return /* @__PURE__ */ jsxs23(Flex21, { direction: "column", gap: "sm", testId: "rule-weights", children: [
    /* @__PURE__ */ jsx32(Heading6, { children: "What the rules deserve" }),
    "refused" in model ? /* @__PURE__ */ jsx32(Alert4, { title: "No points are suggested", variant: "info", children: model.refused }) : /* @__PURE__ */ jsx32(Text20, { variant: "microcopy", children: `Points of the rules of version ${version} beside those that the leads suggest, on the same spread, so that grades and bands keep their meaning; below them their 95 % interval. On leads they were not made from, they put the right one of two first in ${percent(model.auc)} of cases (${percent(model.low)} to ${percent(model.high)}). ${doublingText(model.pointsToDouble)}` }),
    /* @__PURE__ */ jsx32(
      RuleWeightTable,
      {
        rules,
        scoring,
        open: isReadOnly ? /* @__PURE__ */ new Set() : keysOf(open),
        chosen,
        onChoose: (rule, isChosen) => {
          const others = [...chosen].filter((key) => key !== weightKey(rule));
          setChosen(new Set(isChosen ? [...others, weightKey(rule)] : others));
        }
      }
    ),
    !isReadOnly && open.length > 0 && /* @__PURE__ */ jsxs23(Flex21, { gap: "sm", wrap: "wrap", children: [
      /* @__PURE__ */ jsx32(Button14, { variant: "primary", disabled: picked.length === 0, onClick: take, testId: "take-points", children: `Put the chosen ones into the draft (${picked.length})` }),
      /* @__PURE__ */ jsx32(Button14, { disabled: clear.length === 0, onClick: () => setChosen(keysOf(clear)), testId: "choose-clear", children: `Choose those outside their interval (${clear.length})` })
    ] }),
    taken > 0 && /* @__PURE__ */ jsx32(
      Alert4,
      {
        title: `${taken} ${taken === 1 ? "rule has its" : "rules have their"} new points in the draft`,
        variant: "success",
        children: `Nothing is in force yet: try the draft, then publish it. A note for that: Points from the ${source}.`
      }
    )
  ] });
}

// extensions/src/settings/sections/CalibrationResult.tsx
import { jsx as jsx33, jsxs as jsxs24 } from "react/jsx-runtime";
function CalibrationResult({
  result,
  source,
  asked
}) {
  const { entries, converted, overall, score, grades, weights } = result;
  const alarms = [...grades?.alarms ?? [], ...score?.bands.alarms ?? []];
  return /* @__PURE__ */ jsxs24(Flex22, { direction: "column", gap: "md", testId: "calibration", children: [
    /* @__PURE__ */ jsx33(Text21, { children: `${entries} leads whose outcome is known, ${share({ part: converted, whole: entries, ...overall })} of them a success. ${asked}` }),
    score?.auc && /* @__PURE__ */ jsx33(Text21, { testId: "auc", children: aucText(score.auc) }),
    alarms.map(({ sentence: sentence2, pValue }) => /* @__PURE__ */ jsx33(Alert5, { title: "A lower one converts better than a higher one", variant: "danger", children: `${sentence2} Chance of that from noise: ${pValue < 1e-3 ? "below 0.1 %" : percent(pValue)}.` }, sentence2)),
    score && score.reliability.length > 1 && /* @__PURE__ */ jsx33(Reliability, { bins: score.reliability }),
    grades && /* @__PURE__ */ jsx33(BandTable, { title: "By grade and band when they qualified", what: "Cell", bands: grades }),
    weights && /* @__PURE__ */ jsx33(RuleWeights, { weights, source }),
    /* @__PURE__ */ jsx33(CalibrationColumns, { result })
  ] });
}
function Reliability({ bins }) {
  const label = (from, to) => `${Math.round(from)}\u2013${Math.round(to)}`;
  return /* @__PURE__ */ jsx33(
    BarChart,
    {
      data: {
        data: bins.map(({ from, to, rate }) => ({
          score: label(from, to),
          share: Math.round((rate ?? 0) * 1e3) / 10
        }))
      },
      axes: {
        x: { field: "score", fieldType: "category", label: "Score in points" },
        y: { field: "share", fieldType: "linear", label: "Successes in %" }
      },
      options: { title: "Successes along the score", showTooltips: true, showDataLabels: true }
    }
  );
}
var BandTable = ({
  title,
  what,
  bands
}) => /* @__PURE__ */ jsxs24(Flex22, { direction: "column", gap: "xs", children: [
  /* @__PURE__ */ jsx33(Heading7, { children: title }),
  /* @__PURE__ */ jsx33(Text21, { variant: "microcopy", children: "Rates from 20 leads on, with their 95 % interval. Lift is the rate against that of all." }),
  /* @__PURE__ */ jsx33(
    Rows,
    {
      head: [what, "Leads", "Successes", "Lift"],
      rows: bands.rows.map(({ label, entries, converted, lift, ...rate }) => [
        label,
        String(entries),
        share({ part: converted, whole: entries, rate: rate.rate, low: rate.low, high: rate.high }),
        lift === null ? "" : `\xD7 ${lift.toFixed(1)}`
      ]),
      empty: "No lead has one."
    }
  )
] });

// extensions/src/settings/sections/CalibrationSection.tsx
import { jsx as jsx34, jsxs as jsxs25 } from "react/jsx-runtime";
var TARGETS = [
  { value: "pipeline", label: "An accepted opportunity" },
  { value: "won", label: "A won deal" }
];
var DEFAULT_WINDOW = 90;
function CalibrationSection() {
  const { url, isReadOnly, formats } = useEditor();
  const { answer, problem, isRunning, start } = useCalibration(url);
  const [target, setTarget] = useState18("pipeline");
  const [windowDays, setWindow] = useState18(DEFAULT_WINDOW);
  const found = answer?.calibration ?? null;
  const failure = problem ?? found?.failure;
  return /* @__PURE__ */ jsxs25(Flex23, { direction: "column", gap: "md", children: [
    /* @__PURE__ */ jsxs25(Flex23, { direction: "column", children: [
      /* @__PURE__ */ jsx34(Heading8, { children: "Does the score tell who buys?" }),
      /* @__PURE__ */ jsx34(Text22, { variant: "microcopy", children: "What was known of each lead when it qualified, by the rules in force, against what became of it. Nothing is changed by asking." })
    ] }),
    /* @__PURE__ */ jsx34(Tile9, { compact: true, children: /* @__PURE__ */ jsxs25(Flex23, { gap: "sm", wrap: "wrap", align: "end", children: [
      /* @__PURE__ */ jsx34(
        Select7,
        {
          label: "What counts as success",
          name: "target",
          value: target,
          options: [...TARGETS],
          onChange: (next) => setTarget(next)
        }
      ),
      /* @__PURE__ */ jsx34(
        NumberInput4,
        {
          label: "Days a lead has for it",
          name: "window",
          precision: 0,
          min: 1,
          max: 3650,
          value: windowDays,
          onChange: (next) => setWindow(next ?? windowDays)
        }
      ),
      /* @__PURE__ */ jsx34(
        Button15,
        {
          variant: "primary",
          disabled: isRunning || isReadOnly,
          onClick: () => start({ target, windowDays }),
          testId: "calibrate",
          children: "Calibrate"
        }
      )
    ] }) }),
    isRunning && /* @__PURE__ */ jsx34(LoadingSpinner4, { label: `Looked at ${found?.progress ?? 0} records so far`, showLabel: true }),
    failure && /* @__PURE__ */ jsx34(Alert6, { title: "This could not be calibrated", variant: "warning", children: failure }),
    answer && !found && /* @__PURE__ */ jsx34(Text22, { children: "Nobody has asked yet." }),
    found?.result && /* @__PURE__ */ jsx34(
      CalibrationResult,
      {
        result: found.result,
        source: `calibration of ${formats.day(found.askedAt)}: ${found.result.entries} leads against ${GOALS[found.target]} within ${found.windowDays} days`,
        asked: `Asked for by ${found.askedBy} on ${formats.moment(found.askedAt)}.`
      },
      found.calibrationId
    )
  ] });
}
var GOALS = { pipeline: "an accepted opportunity", won: "a won deal" };

// extensions/src/settings/sections/ClocksSection.tsx
import { Flex as Flex26, Heading as Heading11, Text as Text24, Tile as Tile12 } from "@hubspot/ui-extensions";

// extensions/src/settings/sections/HandRaises.tsx
import { Button as Button16, Flex as Flex24, Heading as Heading9, Input as Input7, Select as Select8, Text as Text23, Tile as Tile10 } from "@hubspot/ui-extensions";
import { useState as useState19 } from "react";
import { jsx as jsx35, jsxs as jsxs26 } from "react/jsx-runtime";
function HandRaises({
  handRaise,
  onChange
}) {
  const { isReadOnly } = useEditor();
  const { forms, reasons } = handRaise;
  const options = reasons.map(({ value, label }) => ({ value, label }));
  const path = "work.handRaise";
  return /* @__PURE__ */ jsx35(Tile10, { children: /* @__PURE__ */ jsxs26(Flex24, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx35(Heading9, { children: "Raised hands (P1)" }),
    /* @__PURE__ */ jsx35(Text23, { variant: "microcopy", children: "A form whose name contains a phrase; the first that fits gives the reason." }),
    /* @__PURE__ */ jsx35(
      ItemTable,
      {
        items: forms.map(({ contains, reason }, index) => ({
          key: `form-${index}`,
          label: `Form with \u201C${contains}\u201D in its name`,
          detail: options.find(({ value }) => value === reason)?.label ?? reason
        })),
        what: "Form",
        none: "No form raises a hand.",
        form: (index) => {
          const form = forms[index];
          if (!form) return null;
          const change = (next) => onChange({ ...handRaise, forms: replaced(forms, index, next) });
          return /* @__PURE__ */ jsxs26(Flex24, { gap: "sm", wrap: "wrap", children: [
            /* @__PURE__ */ jsx35(
              TextField,
              {
                label: "Phrase in the form\u2019s name",
                value: form.contains,
                path: `${path}.forms.${index}.contains`,
                onChange: (contains) => change({ ...form, contains })
              }
            ),
            /* @__PURE__ */ jsx35(
              ChoiceField,
              {
                label: "Reason",
                value: form.reason,
                options,
                path: `${path}.forms.${index}.reason`,
                onChange: (reason) => change({ ...form, reason })
              }
            )
          ] });
        },
        onRemove: (index) => onChange({ ...handRaise, forms: without(forms, index) })
      }
    ),
    !isReadOnly && /* @__PURE__ */ jsx35(AddForm, { options, onAdd: (form) => onChange({ ...handRaise, forms: [...forms, form] }) }),
    /* @__PURE__ */ jsx35(Heading9, { children: "Reasons" }),
    /* @__PURE__ */ jsx35(
      LabelledList,
      {
        items: reasons,
        path: `${path}.reasons`,
        what: "Reason",
        keyOf: ({ value }) => value,
        detailOf: () => "What the SDR reads",
        make: (label) => ({
          value: newId(
            label,
            reasons.map(({ value }) => value)
          ),
          label
        }),
        onChange: (next) => onChange({ ...handRaise, reasons: next })
      }
    )
  ] }) });
}
function AddForm({
  options,
  onAdd
}) {
  const [contains, setContains] = useState19("");
  const [reason, setReason] = useState19(options[0]?.value ?? "");
  const add = () => {
    onAdd({ contains: contains.trim(), reason });
    setContains("");
  };
  return /* @__PURE__ */ jsxs26(Flex24, { gap: "sm", wrap: "wrap", align: "end", children: [
    /* @__PURE__ */ jsx35(Input7, { label: "Phrase in the name of a further form", name: "new-form", value: contains, onInput: setContains }),
    /* @__PURE__ */ jsx35(
      Select8,
      {
        label: "Reason",
        name: "new-form-reason",
        options: [...options],
        value: reason,
        onChange: (value) => setReason(String(value))
      }
    ),
    /* @__PURE__ */ jsx35(Button16, { disabled: contains.trim() === "" || reason === "", onClick: add, children: "Add: form" })
  ] });
}

// extensions/src/settings/sections/WorkingTime.tsx
import { Flex as Flex25, Heading as Heading10, Tile as Tile11, ToggleGroup } from "@hubspot/ui-extensions";
import { jsx as jsx36, jsxs as jsxs27 } from "react/jsx-runtime";
var DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
function WorkingTime({
  calendar,
  onChange
}) {
  const { isReadOnly } = useEditor();
  const options = DAYS.map((label, index) => ({ label, value: String(index + 1), readOnly: isReadOnly }));
  return /* @__PURE__ */ jsx36(Tile11, { children: /* @__PURE__ */ jsxs27(Flex25, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx36(Heading10, { children: "Working time" }),
    /* @__PURE__ */ jsx36(
      ToggleGroup,
      {
        name: "weekdays",
        label: "Days",
        toggleType: "checkboxList",
        inline: true,
        options,
        value: calendar.weekdays.map(String),
        onChange: (days) => onChange({ ...calendar, weekdays: days.map(Number).sort((a, b) => a - b) })
      }
    ),
    /* @__PURE__ */ jsx36(
      LinesField,
      {
        label: "Hours, such as 09:00-17:00",
        values: calendar.openings.map(([from, to]) => `${from}-${to}`),
        path: "work.calendar.openings",
        onChange: (lines) => onChange({ ...calendar, openings: lines.map(openingOf) })
      }
    ),
    /* @__PURE__ */ jsx36(
      LinesField,
      {
        label: "Holidays, such as 2026-12-25",
        values: calendar.holidays,
        path: "work.calendar.holidays",
        onChange: (holidays) => onChange({ ...calendar, holidays })
      }
    )
  ] }) });
}
function openingOf(line) {
  const [from = "", to = ""] = line.split(/\s*[-–]\s*/);
  return [from, to];
}

// extensions/src/settings/sections/ClocksSection.tsx
import { jsx as jsx37, jsxs as jsxs28 } from "react/jsx-runtime";
var PRIORITIES = ["P1", "P2", "P3", "P4"];
function ClocksSection() {
  const { definitions, change } = useEditor();
  const { work } = definitions;
  if (!work)
    return /* @__PURE__ */ jsx37(
      NoSection,
      {
        title: "Priorities & clocks",
        about: "This portal is only measured: import a file with the section work."
      }
    );
  const set = (next) => change("work", { ...work, ...next });
  return /* @__PURE__ */ jsxs28(
    SectionFrame,
    {
      title: "Priorities & clocks",
      about: "How long each priority may wait. A lower priority never has less time than a higher one.",
      prefixes: ["firstResponse", "mqoDecision", "handRaise", "calendar"].map((name) => `work.${name}`),
      children: [
        /* @__PURE__ */ jsx37(Tile12, { children: /* @__PURE__ */ jsxs28(Flex26, { direction: "column", gap: "sm", children: [
          /* @__PURE__ */ jsx37(Heading11, { children: "First response, in working minutes" }),
          PRIORITIES.map((priority) => /* @__PURE__ */ jsx37(
            ClockFields,
            {
              name: priority,
              clock: work.firstResponse[priority],
              path: `work.firstResponse.${priority}`,
              onChange: (clock) => set({ firstResponse: { ...work.firstResponse, [priority]: clock } })
            },
            priority
          )),
          /* @__PURE__ */ jsx37(Heading11, { children: "Decision on a handed-over opportunity, in minutes" }),
          /* @__PURE__ */ jsx37(
            ClockFields,
            {
              name: "Decision",
              clock: work.mqoDecision,
              path: "work.mqoDecision",
              onChange: (mqoDecision) => set({ mqoDecision })
            }
          ),
          /* @__PURE__ */ jsx37(Text24, { variant: "microcopy", children: "These are elapsed minutes: 4,320 are 72 hours." })
        ] }) }),
        /* @__PURE__ */ jsx37(HandRaises, { handRaise: work.handRaise, onChange: (handRaise) => set({ handRaise }) }),
        /* @__PURE__ */ jsx37(WorkingTime, { calendar: work.calendar, onChange: (calendar) => set({ calendar }) })
      ]
    }
  );
}
function ClockFields({
  name,
  clock,
  path,
  onChange
}) {
  return /* @__PURE__ */ jsxs28(Flex26, { gap: "sm", wrap: "wrap", children: [
    /* @__PURE__ */ jsx37(
      NumberField,
      {
        label: `${name}: target`,
        value: clock.target,
        path: `${path}.target`,
        onChange: (target) => onChange({ ...clock, target })
      }
    ),
    /* @__PURE__ */ jsx37(
      NumberField,
      {
        label: `${name}: limit`,
        value: clock.limit,
        path: `${path}.limit`,
        onChange: (limit) => onChange({ ...clock, limit })
      }
    )
  ] });
}

// extensions/src/settings/sections/ExclusionsSection.tsx
import { jsx as jsx38 } from "react/jsx-runtime";
function ExclusionsSection() {
  const { definitions, change } = useEditor();
  const { qualification } = definitions;
  if (!qualification)
    return /* @__PURE__ */ jsx38(
      NoSection,
      {
        title: "Exclusions",
        about: "Nobody qualifies by score here: import a file with the section qualification."
      }
    );
  return /* @__PURE__ */ jsx38(
    SectionFrame,
    {
      title: "Exclusions",
      about: "Whoever meets one of these is never an AQL; the excluded are counted beside every total.",
      prefixes: ["qualification.exclusions"],
      children: /* @__PURE__ */ jsx38(
        ConditionList,
        {
          conditions: qualification.exclusions,
          path: "qualification.exclusions",
          askable: "person",
          what: "Exclusion",
          none: "Nobody is excluded.",
          onChange: (exclusions) => change("qualification", { ...qualification, exclusions })
        }
      )
    }
  );
}

// extensions/src/settings/sections/FitSection.tsx
import { Flex as Flex27, Heading as Heading12, Text as Text25, Tile as Tile13 } from "@hubspot/ui-extensions";
import { jsx as jsx39, jsxs as jsxs29 } from "react/jsx-runtime";
var FAMILIES = [
  { value: "size", label: "Size" },
  { value: "industry", label: "Industry" },
  { value: "geography", label: "Geography" },
  { value: "title", label: "Title" },
  { value: "technology", label: "Technology" },
  { value: "other", label: "Other" }
];
function FitSection() {
  const { definitions, change, names, isReadOnly } = useEditor();
  const { scoring } = definitions;
  if (!scoring)
    return /* @__PURE__ */ jsx39(NoSection, { title: "Fit", about: "There are no scores here: import a file with the section scoring." });
  const { rules, vetoes, grades } = scoring.fit;
  const setFit = (fit) => change("scoring", { ...scoring, fit: { ...scoring.fit, ...fit } });
  const path = "scoring.fit";
  return /* @__PURE__ */ jsxs29(
    SectionFrame,
    {
      title: "Fit",
      about: "Points for who somebody is. Fit and behavior are never added up: they make a matrix of grade and band.",
      prefixes: [path],
      children: [
        /* @__PURE__ */ jsx39(
          ItemTable,
          {
            items: rules.map((rule) => ({
              key: rule.id,
              label: rule.label,
              detail: sentenceOf(rule.when, names),
              figure: signedText(rule.points)
            })),
            what: "Rule",
            figure: "Points",
            none: "No rules yet.",
            form: (index) => {
              const rule = rules[index];
              return rule ? /* @__PURE__ */ jsx39(
                FitForm,
                {
                  rule,
                  path: `${path}.rules.${index}`,
                  onChange: (next) => setFit({ rules: replaced(rules, index, next) })
                }
              ) : null;
            },
            onRemove: (index) => setFit({ rules: without(rules, index) })
          }
        ),
        !isReadOnly && /* @__PURE__ */ jsx39(
          AddCondition,
          {
            what: "Rule of fit",
            askable: "person",
            path: `${path}.rules.new`,
            onAdd: (label, when) => {
              const id = newId(
                label,
                rules.map((rule) => rule.id)
              );
              setFit({ rules: [...rules, { id, label, when, points: 10, family: "other" }] });
            }
          }
        ),
        /* @__PURE__ */ jsx39(Tile13, { children: /* @__PURE__ */ jsxs29(Flex27, { direction: "column", gap: "sm", children: [
          /* @__PURE__ */ jsx39(Heading12, { children: "Vetoes" }),
          /* @__PURE__ */ jsx39(Text25, { variant: "microcopy", children: "Whoever meets one of these has grade D, whatever the points." }),
          /* @__PURE__ */ jsx39(
            ConditionList,
            {
              conditions: vetoes,
              path: `${path}.vetoes`,
              askable: "person",
              what: "Veto",
              none: "No vetoes.",
              onChange: (next) => setFit({ vetoes: next })
            }
          )
        ] }) }),
        /* @__PURE__ */ jsx39(Tile13, { children: /* @__PURE__ */ jsxs29(Flex27, { direction: "column", gap: "sm", children: [
          /* @__PURE__ */ jsx39(Heading12, { children: "Grades" }),
          /* @__PURE__ */ jsx39(Text25, { variant: "microcopy", children: "Below the last number is grade D." }),
          /* @__PURE__ */ jsx39(
            StepsField,
            {
              steps: grades,
              path: `${path}.grades`,
              nameOf: ({ grade }) => `Grade ${grade}`,
              onChange: (next) => setFit({ grades: next })
            }
          )
        ] }) })
      ]
    }
  );
}
function FitForm({
  rule,
  path,
  onChange
}) {
  return /* @__PURE__ */ jsxs29(Flex27, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsxs29(Flex27, { gap: "sm", wrap: "wrap", children: [
      /* @__PURE__ */ jsx39(
        TextField,
        {
          label: "Name",
          value: rule.label,
          path: `${path}.label`,
          onChange: (label) => onChange({ ...rule, label })
        }
      ),
      /* @__PURE__ */ jsx39(
        NumberField,
        {
          label: "Points",
          value: rule.points,
          path: `${path}.points`,
          onChange: (points) => onChange({ ...rule, points })
        }
      ),
      /* @__PURE__ */ jsx39(
        ChoiceField,
        {
          label: "Family",
          value: rule.family,
          options: FAMILIES,
          path: `${path}.family`,
          onChange: (family) => onChange({ ...rule, family })
        }
      )
    ] }),
    /* @__PURE__ */ jsx39(
      PredicateEditor,
      {
        value: rule.when,
        path: `${path}.when`,
        askable: "person",
        isForm: true,
        onChange: (when) => onChange({ ...rule, when })
      }
    )
  ] });
}

// extensions/src/settings/sections/FittingSection.tsx
import { Flex as Flex28, Heading as Heading13, Text as Text26, Tile as Tile14 } from "@hubspot/ui-extensions";
import { jsx as jsx40, jsxs as jsxs30 } from "react/jsx-runtime";
function FittingSection() {
  const { definitions, change } = useEditor();
  const { qualification } = definitions;
  if (!qualification)
    return /* @__PURE__ */ jsx40(
      NoSection,
      {
        title: "ICP & target",
        about: "Nobody qualifies by score here: import a file with the section qualification."
      }
    );
  const set = (next) => change("qualification", { ...qualification, ...next });
  return /* @__PURE__ */ jsxs30(
    SectionFrame,
    {
      title: "ICP & target",
      about: "A lead by score needs an account that fits and a person who is a target.",
      prefixes: ["icp", "target", "embargoDays", "acquisition"].map((name) => `qualification.${name}`),
      children: [
        /* @__PURE__ */ jsx40(Tile14, { children: /* @__PURE__ */ jsxs30(Flex28, { direction: "column", gap: "xs", children: [
          /* @__PURE__ */ jsx40(Heading13, { children: "The account fits (ICP) when" }),
          /* @__PURE__ */ jsx40(
            PredicateEditor,
            {
              value: qualification.icp,
              path: "qualification.icp",
              askable: "icp",
              what: "ICP",
              onChange: (icp) => set({ icp })
            }
          )
        ] }) }),
        /* @__PURE__ */ jsx40(Tile14, { children: /* @__PURE__ */ jsxs30(Flex28, { direction: "column", gap: "xs", children: [
          /* @__PURE__ */ jsx40(Heading13, { children: "The person is a target, and not junk, when" }),
          /* @__PURE__ */ jsx40(
            PredicateEditor,
            {
              value: qualification.target,
              path: "qualification.target",
              askable: "person",
              what: "target",
              onChange: (target) => set({ target })
            }
          )
        ] }) }),
        /* @__PURE__ */ jsx40(Tile14, { children: /* @__PURE__ */ jsxs30(Flex28, { direction: "column", gap: "sm", children: [
          /* @__PURE__ */ jsx40(Heading13, { children: "After a recycle" }),
          /* @__PURE__ */ jsx40(
            NumberField,
            {
              label: "Embargo in days",
              description: "Only a raised hand makes an AQL before; a recycle reason may say another number",
              value: qualification.embargoDays,
              path: "qualification.embargoDays",
              onChange: (embargoDays) => set({ embargoDays })
            }
          )
        ] }) }),
        qualification.acquisition && /* @__PURE__ */ jsx40(BoughtLists, { acquisition: qualification.acquisition, onChange: (acquisition) => set({ acquisition }) })
      ]
    }
  );
}
function BoughtLists({
  acquisition,
  onChange
}) {
  const path = "qualification.acquisition";
  return /* @__PURE__ */ jsx40(Tile14, { children: /* @__PURE__ */ jsxs30(Flex28, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx40(Heading13, { children: "Bought lists" }),
    /* @__PURE__ */ jsx40(Text26, { variant: "microcopy", children: "Whoever came from one never becomes an AQL before a genuine response." }),
    /* @__PURE__ */ jsx40(
      PropertyPicker,
      {
        label: "Property that says how we came by a person",
        fact: `contact.${acquisition.property}`,
        askable: "person",
        path,
        onChange: (fact) => onChange({ ...acquisition, property: fact.slice(fact.indexOf(".") + 1) })
      }
    ),
    /* @__PURE__ */ jsx40(
      LinesField,
      {
        label: "Values that mean bought",
        values: acquisition.purchased,
        path: `${path}.purchased`,
        onChange: (purchased) => onChange({ ...acquisition, purchased })
      }
    )
  ] }) });
}

// extensions/src/settings/sections/GatesSection.tsx
import { Button as Button17, Flex as Flex29, Heading as Heading14, Text as Text27, Tile as Tile15 } from "@hubspot/ui-extensions";
import { jsx as jsx41, jsxs as jsxs31 } from "react/jsx-runtime";
var MODES = [
  { value: "observe", label: "Observe", means: "Only counts who would pass" },
  { value: "advise", label: "Advise", means: "Is shown to people" },
  { value: "enforce", label: "Enforce", means: "Whoever passes becomes an AQL" }
];
function GatesSection() {
  const { definitions, change, isReadOnly } = useEditor();
  const { qualification } = definitions;
  if (!qualification)
    return /* @__PURE__ */ jsx41(NoSection, { title: "Gates", about: "Nobody qualifies by score here: import a file with the section qualification." });
  const { gates } = qualification;
  const set = (next) => change("qualification", { ...qualification, gates: next });
  return /* @__PURE__ */ jsxs31(
    SectionFrame,
    {
      title: "Gates to AQL",
      about: "The first gate whose condition holds is the one that is asked.",
      prefixes: ["qualification.gates"],
      children: [
        gates.map((gate, index) => /* @__PURE__ */ jsx41(Tile15, { children: /* @__PURE__ */ jsxs31(Flex29, { direction: "column", gap: "sm", children: [
          /* @__PURE__ */ jsx41(
            GateForm,
            {
              gate,
              path: `qualification.gates.${index}`,
              onChange: (next) => set(replaced(gates, index, next))
            }
          ),
          !isReadOnly && /* @__PURE__ */ jsxs31(Flex29, { gap: "sm", children: [
            /* @__PURE__ */ jsx41(
              Button17,
              {
                size: "xs",
                variant: "transparent",
                disabled: index === 0,
                onClick: () => set(movedUp(gates, index)),
                children: "Ask this one earlier"
              }
            ),
            gates.length > 1 && /* @__PURE__ */ jsx41(Button17, { size: "xs", variant: "transparent", onClick: () => set(without(gates, index)), children: "Remove this gate" })
          ] })
        ] }) }, gate.id)),
        !isReadOnly && /* @__PURE__ */ jsx41(
          AddCondition,
          {
            what: "Gate",
            askable: "everything",
            path: "qualification.gates.new",
            onAdd: (label, entry) => {
              const id = newId(
                label,
                gates.map((gate) => gate.id)
              );
              set([...gates, { id, label, entry, mode: "observe" }]);
            }
          }
        )
      ]
    }
  );
}
function GateForm({
  gate,
  path,
  onChange
}) {
  const { isReadOnly } = useEditor();
  const { when, ...forEverybody } = gate;
  return /* @__PURE__ */ jsxs31(Flex29, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx41(Heading14, { children: gate.label }),
    /* @__PURE__ */ jsxs31(Flex29, { gap: "sm", wrap: "wrap", align: "end", children: [
      /* @__PURE__ */ jsx41(
        TextField,
        {
          label: "Name",
          value: gate.label,
          path: `${path}.label`,
          onChange: (label) => onChange({ ...gate, label })
        }
      ),
      /* @__PURE__ */ jsx41(
        ChoiceField,
        {
          label: "How strictly it is kept",
          value: gate.mode,
          options: MODES,
          description: MODES.find(({ value }) => value === gate.mode)?.means ?? "",
          path: `${path}.mode`,
          onChange: (mode) => onChange({ ...gate, mode })
        }
      )
    ] }),
    /* @__PURE__ */ jsx41(Text27, { format: { fontWeight: "demibold" }, children: "Whom it is for" }),
    when === void 0 ? /* @__PURE__ */ jsx41(Text27, { children: "Everybody whom no earlier gate is for" }) : /* @__PURE__ */ jsx41(
      PredicateEditor,
      {
        value: when,
        path: `${path}.when`,
        askable: "everything",
        what: "whom it is for",
        onChange: (next) => onChange({ ...gate, when: next })
      }
    ),
    !isReadOnly && /* @__PURE__ */ jsx41(Flex29, { justify: "start", children: when === void 0 ? /* @__PURE__ */ jsx41(
      Button17,
      {
        size: "xs",
        variant: "transparent",
        onClick: () => onChange({ ...gate, when: { fact: "is.target", op: "is_true" } }),
        children: "Only for some"
      }
    ) : /* @__PURE__ */ jsx41(Button17, { size: "xs", variant: "transparent", onClick: () => onChange(forEverybody), children: "For everybody" }) }),
    /* @__PURE__ */ jsx41(Text27, { format: { fontWeight: "demibold" }, children: "Who passes" }),
    /* @__PURE__ */ jsx41(
      PredicateEditor,
      {
        value: gate.entry,
        path: `${path}.entry`,
        askable: "everything",
        what: "who passes",
        onChange: (entry) => onChange({ ...gate, entry })
      }
    )
  ] });
}

// extensions/src/settings/sections/NegativesSection.tsx
import { jsx as jsx42 } from "react/jsx-runtime";
var KINDS2 = [{ value: "negative", label: "Negative: signs against" }];
function NegativesSection() {
  const { definitions } = useEditor();
  if (!definitions.scoring)
    return /* @__PURE__ */ jsx42(NoSection, { title: "Negatives", about: "There are no scores here: import a file with the section scoring." });
  return /* @__PURE__ */ jsx42(
    SectionFrame,
    {
      title: "Negatives",
      about: "What takes points of behavior away again. It never takes more than there are.",
      prefixes: ["scoring.behavior.groups"],
      children: /* @__PURE__ */ jsx42(Groups, { isShown: (group) => group.kind === "negative", kinds: KINDS2 })
    }
  );
}

// extensions/src/settings/sections/ReasonsSection.tsx
import { Flex as Flex30, Heading as Heading15, Tile as Tile16 } from "@hubspot/ui-extensions";
import { jsx as jsx43, jsxs as jsxs32 } from "react/jsx-runtime";
var WAKES = [
  { value: "ask", label: "Ask somebody about it" },
  { value: "offer", label: "Offer it where it still fits" }
];
function ReasonsSection() {
  const { definitions, change } = useEditor();
  const { work } = definitions;
  if (!work)
    return /* @__PURE__ */ jsx43(NoSection, { title: "Reasons", about: "This portal is only measured: import a file with the section work." });
  const set = (next) => change("work", { ...work, ...next });
  const { recycleReasons: recycle } = work;
  return /* @__PURE__ */ jsxs32(
    SectionFrame,
    {
      title: "Reasons",
      about: "What people choose from when they recycle or disqualify a lead or reject an opportunity.",
      prefixes: ["recycleReasons", "disqualifyReasons", "rejectReasons"].map((name) => `work.${name}`),
      children: [
        /* @__PURE__ */ jsx43(Tile16, { children: /* @__PURE__ */ jsxs32(Flex30, { direction: "column", gap: "sm", children: [
          /* @__PURE__ */ jsx43(Heading15, { children: "Recycle: good lead, wrong time" }),
          /* @__PURE__ */ jsx43(
            LabelledList,
            {
              items: recycle,
              path: "work.recycleReasons",
              what: "Recycle reason",
              keyOf: ({ value }) => value,
              detailOf: ({ wakeDays, onWake }) => `After ${wakeDays} days: ${onWake === "offer" ? "it is offered again where it still fits" : "somebody is asked about it"}`,
              more: (reason, path, onChange) => /* @__PURE__ */ jsxs32(Flex30, { gap: "sm", wrap: "wrap", children: [
                /* @__PURE__ */ jsx43(
                  NumberField,
                  {
                    label: "Comes back after days",
                    value: reason.wakeDays,
                    path: `${path}.wakeDays`,
                    onChange: (wakeDays) => onChange({ ...reason, wakeDays })
                  }
                ),
                /* @__PURE__ */ jsx43(
                  ChoiceField,
                  {
                    label: "When it comes back",
                    value: reason.onWake,
                    options: WAKES,
                    path: `${path}.onWake`,
                    onChange: (onWake) => onChange({ ...reason, onWake })
                  }
                )
              ] }),
              make: (label) => ({ value: idFor(label, recycle), label, wakeDays: 90, onWake: "ask" }),
              onChange: (recycleReasons) => set({ recycleReasons })
            }
          )
        ] }) }),
        /* @__PURE__ */ jsx43(
          PlainReasons,
          {
            title: "Disqualify: never again",
            what: "Disqualify reason",
            name: "disqualifyReasons",
            work,
            onChange: set
          }
        ),
        /* @__PURE__ */ jsx43(
          PlainReasons,
          {
            title: "Reject: no opportunity",
            what: "Reject reason",
            name: "rejectReasons",
            work,
            onChange: set
          }
        )
      ]
    }
  );
}
var idFor = (label, reasons) => newId(
  label,
  reasons.map(({ value }) => value)
);
var PlainReasons = ({
  title,
  what,
  name,
  work,
  onChange
}) => /* @__PURE__ */ jsx43(Tile16, { children: /* @__PURE__ */ jsxs32(Flex30, { direction: "column", gap: "sm", children: [
  /* @__PURE__ */ jsx43(Heading15, { children: title }),
  /* @__PURE__ */ jsx43(
    LabelledList,
    {
      items: work[name],
      path: `work.${name}`,
      what,
      keyOf: ({ value }) => value,
      detailOf: ({ value }) => `Kept as ${value}`,
      make: (label) => ({ value: idFor(label, work[name]), label }),
      onChange: (reasons) => onChange({ [name]: reasons })
    }
  )
] }) });

// extensions/src/settings/sections/SourcesSection.tsx
import { Flex as Flex31 } from "@hubspot/ui-extensions";
import { jsx as jsx44, jsxs as jsxs33 } from "react/jsx-runtime";
var DIRECTIONS = [
  { value: "inbound", label: "Inbound: they came" },
  { value: "outbound", label: "Outbound: we went" },
  { value: "unknown", label: "Not known" }
];
function SourcesSection() {
  const { definitions, change, names, isReadOnly } = useEditor();
  const { sources } = definitions;
  const fact = `contact.${sources.property}`;
  const setValues = (values) => change("sources", { ...sources, values });
  return /* @__PURE__ */ jsxs33(SectionFrame, { title: "Sources", about: "What each value of the source property means.", prefixes: ["sources"], children: [
    /* @__PURE__ */ jsx44(
      PropertyPicker,
      {
        label: "Property that holds the source",
        fact,
        askable: "contact",
        path: "sources.property",
        onChange: (next) => change("sources", { ...sources, property: next.slice("contact.".length) })
      }
    ),
    /* @__PURE__ */ jsx44(
      ItemTable,
      {
        items: sources.values.map(({ value, channel, direction }) => ({
          key: value,
          label: names.value(fact, value),
          detail: `Channel ${channel}, ${DIRECTIONS.find((each) => each.value === direction)?.label ?? direction}`
        })),
        what: "Value",
        none: "No values yet.",
        form: (index) => {
          const source = sources.values[index];
          if (!source) return null;
          const set = (next) => setValues(replaced(sources.values, index, next));
          return /* @__PURE__ */ jsxs33(Flex31, { gap: "sm", wrap: "wrap", children: [
            /* @__PURE__ */ jsx44(
              TextField,
              {
                label: "Channel",
                value: source.channel,
                path: `sources.values.${index}.channel`,
                onChange: (channel) => set({ ...source, channel })
              }
            ),
            /* @__PURE__ */ jsx44(
              ChoiceField,
              {
                label: "Direction",
                value: source.direction,
                options: DIRECTIONS,
                path: `sources.values.${index}.direction`,
                onChange: (direction) => set({ ...source, direction })
              }
            )
          ] });
        },
        onRemove: (index) => setValues(without(sources.values, index))
      }
    ),
    !isReadOnly && /* @__PURE__ */ jsx44(
      AddByName,
      {
        what: "Value",
        path: "sources.values",
        onAdd: (value) => setValues([...sources.values, { value, channel: "other", direction: "unknown" }])
      }
    )
  ] });
}

// extensions/src/settings/sections/StagesSection.tsx
import { Accordion as Accordion2, Flex as Flex35 } from "@hubspot/ui-extensions";

// extensions/src/settings/sections/StageForm.tsx
import { Flex as Flex34, Heading as Heading16, TextArea as TextArea3 } from "@hubspot/ui-extensions";

// extensions/src/settings/sections/CriteriaList.tsx
import { jsx as jsx45 } from "react/jsx-runtime";
function CriteriaList({
  criteria,
  path,
  what,
  onChange
}) {
  const levelOf = ({ id }) => criteria.find((each) => each.id === id)?.level ?? "warn";
  return /* @__PURE__ */ jsx45(
    ConditionList,
    {
      conditions: criteria,
      path,
      askable: "everything",
      what,
      none: "Nothing is asked.",
      noteOf: (condition) => levelText(levelOf(condition)),
      more: (condition, index) => /* @__PURE__ */ jsx45(
        ChoiceField,
        {
          label: "When it is missing",
          value: levelOf(condition),
          options: LEVELS2,
          path: `${path}.${index}.level`,
          onChange: (level) => onChange(replaced(criteria, index, { ...condition, level }))
        }
      ),
      onChange: (next) => onChange(next.map((each) => ({ ...each, level: levelOf(each) })))
    }
  );
}

// extensions/src/settings/sections/RequiredFields.tsx
import { Button as Button18, Flex as Flex32, Input as Input8, Tile as Tile17 } from "@hubspot/ui-extensions";
import { useState as useState20 } from "react";
import { jsx as jsx46, jsxs as jsxs34 } from "react/jsx-runtime";
var INTERNAL = "As HubSpot shows it in the property\u2019s details";
function RequiredFields({
  fields,
  path,
  onChange
}) {
  const { isReadOnly } = useEditor();
  return /* @__PURE__ */ jsxs34(Flex32, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx46(
      ItemTable,
      {
        items: fields.map(({ property, label, level }) => ({ key: property, label, detail: levelText(level) })),
        what: "Field",
        none: "No fields are asked for.",
        form: (index) => {
          const field = fields[index];
          if (!field) return null;
          const change = (next) => onChange(replaced(fields, index, next));
          return /* @__PURE__ */ jsxs34(Flex32, { gap: "sm", wrap: "wrap", children: [
            /* @__PURE__ */ jsx46(
              TextField,
              {
                label: "Name",
                value: field.label,
                path: `${path}.${index}.label`,
                onChange: (label) => change({ ...field, label })
              }
            ),
            /* @__PURE__ */ jsx46(
              ChoiceField,
              {
                label: "When it is missing",
                value: field.level,
                options: LEVELS2,
                path: `${path}.${index}.level`,
                onChange: (level) => change({ ...field, level })
              }
            )
          ] });
        },
        onRemove: (index) => onChange(without(fields, index))
      }
    ),
    !isReadOnly && /* @__PURE__ */ jsx46(AddField, { path, onAdd: (field) => onChange([...fields, field]) })
  ] });
}
function AddField({ path, onAdd }) {
  const [isOpen, setOpen] = useState20(false);
  const [property, setProperty] = useState20("");
  const [label, setLabel] = useState20("");
  if (!isOpen)
    return /* @__PURE__ */ jsx46(Flex32, { justify: "start", children: /* @__PURE__ */ jsx46(Button18, { size: "sm", onClick: () => setOpen(true), children: "Add: field" }) });
  const isComplete = property.trim() !== "" && label.trim() !== "";
  const add = () => {
    setOpen(false);
    setProperty("");
    setLabel("");
    onAdd({ property: property.trim(), label: label.trim(), level: "warn" });
  };
  return /* @__PURE__ */ jsx46(Tile17, { children: /* @__PURE__ */ jsxs34(Flex32, { gap: "sm", wrap: "wrap", align: "end", children: [
    /* @__PURE__ */ jsx46(
      Input8,
      {
        label: "Internal name",
        name: `${path}.new.property`,
        description: INTERNAL,
        value: property,
        onInput: setProperty
      }
    ),
    /* @__PURE__ */ jsx46(Input8, { label: "Name", name: `${path}.new.label`, value: label, onInput: setLabel }),
    /* @__PURE__ */ jsx46(Button18, { variant: "primary", disabled: !isComplete, onClick: add, children: "Add" }),
    /* @__PURE__ */ jsx46(Button18, { onClick: () => setOpen(false), children: "Cancel" })
  ] }) });
}

// extensions/src/settings/sections/StageGoals.tsx
import { Flex as Flex33 } from "@hubspot/ui-extensions";
import { jsx as jsx47, jsxs as jsxs35 } from "react/jsx-runtime";
function StageGoals({
  targets,
  path,
  onChange
}) {
  const { rate, medianDays, perMonth } = targets;
  const percent3 = (share2) => share2 === void 0 ? void 0 : Math.round(share2 * 1e3) / 10;
  const setRate = (from, to) => onChange({ ...targets, rate: { from, to } });
  const clear = (name) => onChange(Object.fromEntries(Object.entries(targets).filter(([key]) => key !== name)));
  return /* @__PURE__ */ jsxs35(Flex33, { gap: "sm", wrap: "wrap", children: [
    /* @__PURE__ */ jsx47(
      NumberField,
      {
        label: "Go on, at least %",
        value: percent3(rate?.from),
        path: `${path}.rate.from`,
        precision: 1,
        onChange: (value) => setRate(value / 100, Math.max(value / 100, rate?.to ?? 1)),
        onClear: () => clear("rate")
      }
    ),
    /* @__PURE__ */ jsx47(
      NumberField,
      {
        label: "Go on, at most %",
        value: percent3(rate?.to),
        path: `${path}.rate.to`,
        precision: 1,
        onChange: (value) => setRate(Math.min(value / 100, rate?.from ?? 0), value / 100),
        onClear: () => clear("rate")
      }
    ),
    /* @__PURE__ */ jsx47(
      NumberField,
      {
        label: "Median days",
        value: medianDays,
        path: `${path}.medianDays`,
        onChange: (value) => onChange({ ...targets, medianDays: value }),
        onClear: () => clear("medianDays")
      }
    ),
    /* @__PURE__ */ jsx47(
      NumberField,
      {
        label: "Entries a month",
        value: perMonth,
        path: `${path}.perMonth`,
        onChange: (value) => onChange({ ...targets, perMonth: value }),
        onClear: () => clear("perMonth")
      }
    )
  ] });
}

// extensions/src/settings/sections/StageForm.tsx
import { jsx as jsx48, jsxs as jsxs36 } from "react/jsx-runtime";
var OWNERS = [
  { value: "marketing", label: "Marketing" },
  { value: "sdr", label: "Sales development (SDR)" },
  { value: "ae", label: "Account executive (AE)" },
  { value: "cs", label: "Customer success" }
];
var SKIPS = [
  { value: "allow", label: "May be passed unseen" },
  { value: "forbid", label: "Must be seen" }
];
var REENTRIES = [
  { value: "new_attempt", label: "Begins a new attempt" },
  { value: "same_attempt", label: "Goes on with the attempt" }
];
function StageForm({
  id,
  stage,
  label,
  onLabel,
  onChange
}) {
  const { isReadOnly } = useEditor();
  const path = `stages.${id}`;
  const { windowDays: _, ...withoutWindow } = stage;
  return /* @__PURE__ */ jsxs36(Flex34, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx48(
      TextArea3,
      {
        label: "What it means",
        name: `${path}.meaning`,
        rows: 2,
        value: stage.meaning,
        readOnly: isReadOnly,
        onChange: (meaning) => onChange({ ...stage, meaning })
      }
    ),
    /* @__PURE__ */ jsxs36(Flex34, { gap: "sm", wrap: "wrap", children: [
      /* @__PURE__ */ jsx48(
        TextField,
        {
          label: "What people call it",
          placeholder: "The preset's name",
          value: label,
          path: `labels.${id}`,
          onChange: onLabel
        }
      ),
      /* @__PURE__ */ jsx48(
        ChoiceField,
        {
          label: "Whose it is",
          value: stage.ownerRole,
          options: OWNERS,
          path: `${path}.ownerRole`,
          onChange: (ownerRole) => onChange({ ...stage, ownerRole })
        }
      ),
      /* @__PURE__ */ jsx48(
        NumberField,
        {
          label: "Goes on within days",
          value: stage.windowDays,
          path: `${path}.windowDays`,
          onChange: (windowDays) => onChange({ ...stage, windowDays }),
          onClear: () => onChange(withoutWindow)
        }
      ),
      /* @__PURE__ */ jsx48(
        ChoiceField,
        {
          label: "Skipping it",
          value: stage.skip,
          options: SKIPS,
          path: `${path}.skip`,
          onChange: (skip) => onChange({ ...stage, skip })
        }
      ),
      /* @__PURE__ */ jsx48(
        ChoiceField,
        {
          label: "Coming back to it",
          value: stage.reentry,
          options: REENTRIES,
          path: `${path}.reentry`,
          onChange: (reentry) => onChange({ ...stage, reentry })
        }
      )
    ] }),
    /* @__PURE__ */ jsx48(Heading16, { children: "To enter" }),
    /* @__PURE__ */ jsx48(
      CriteriaList,
      {
        criteria: stage.entry,
        path: `${path}.entry`,
        what: "Entry criterion",
        onChange: (entry) => onChange({ ...stage, entry })
      }
    ),
    /* @__PURE__ */ jsx48(Heading16, { children: "To leave" }),
    /* @__PURE__ */ jsx48(
      CriteriaList,
      {
        criteria: stage.exit,
        path: `${path}.exit`,
        what: "Exit criterion",
        onChange: (exit) => onChange({ ...stage, exit })
      }
    ),
    /* @__PURE__ */ jsx48(Heading16, { children: "Fields a record should have here" }),
    /* @__PURE__ */ jsx48(
      RequiredFields,
      {
        fields: stage.requiredFields,
        path: `${path}.requiredFields`,
        onChange: (requiredFields) => onChange({ ...stage, requiredFields })
      }
    ),
    /* @__PURE__ */ jsx48(Heading16, { children: "Goals" }),
    /* @__PURE__ */ jsx48(
      StageGoals,
      {
        targets: stage.targets,
        path: `${path}.targets`,
        onChange: (targets) => onChange({ ...stage, targets })
      }
    )
  ] });
}

// extensions/src/settings/sections/StagesSection.tsx
import { jsx as jsx49 } from "react/jsx-runtime";
var SPINE = [
  ...["KNOWN", "LEAD", "AQL", "MAL", "SQL", "MQO", "SQO", "STEP1", "STEP2", "STEP3", "STEP4", "WON", "LOST"],
  ...["ONBOARDED", "EXPANSION", "REJECTED", "RECYCLED", "DISQUALIFIED", "UNRESPONSIVE"]
];
function StagesSection() {
  const { definitions, change } = useEditor();
  const ids = SPINE.filter((id) => definitions.stages[id]);
  return /* @__PURE__ */ jsx49(
    SectionFrame,
    {
      title: "Stages",
      about: "What each stage means, who owns it, what it takes to enter and to leave. Their order and their HubSpot values come with an imported file.",
      prefixes: ["stages", "labels"],
      children: /* @__PURE__ */ jsx49(Flex35, { direction: "column", gap: "xs", children: ids.map((id) => {
        const stage = definitions.stages[id];
        return stage ? /* @__PURE__ */ jsx49(Accordion2, { title: stageName(definitions.labels[id], id), testId: `stage-${id}`, children: /* @__PURE__ */ jsx49(
          StageForm,
          {
            id,
            stage,
            label: definitions.labels[id] ?? "",
            onLabel: (label) => {
              const { [id]: _, ...others } = definitions.labels;
              change("labels", label === "" ? others : { ...others, [id]: label });
            },
            onChange: (next) => change("stages", { ...definitions.stages, [id]: next })
          }
        ) }, id) : null;
      }) })
    }
  );
}
var stageName = (label, id) => label === void 0 ? id : `${label} (${id})`;

// extensions/src/settings/parts/SectionBoundary.tsx
import { ErrorState as ErrorState2, Text as Text28 } from "@hubspot/ui-extensions";
import { Component } from "react";
import { jsx as jsx50 } from "react/jsx-runtime";
var SectionBoundary = class extends Component {
  constructor() {
    super(...arguments);
    __publicField(this, "state", { hasFailed: false });
  }
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }
  componentDidUpdate({ draftKey }) {
    if (this.state.hasFailed && draftKey !== this.props.draftKey) this.setState({ hasFailed: false });
  }
  render() {
    if (!this.state.hasFailed) return this.props.children;
    return /* @__PURE__ */ jsx50(ErrorState2, { title: "This section of the draft cannot be shown", children: /* @__PURE__ */ jsx50(Text28, { children: "The overview says what is wrong with it. Hand over a mended file, or discard the draft." }) });
  }
};

// extensions/src/settings/sections/TouchesSection.tsx
import { Flex as Flex36, Toggle } from "@hubspot/ui-extensions";
import { jsx as jsx51, jsxs as jsxs37 } from "react/jsx-runtime";
function TouchesSection() {
  const { definitions, change, names } = useEditor();
  const { touchTypes } = definitions;
  return /* @__PURE__ */ jsx51(
    SectionFrame,
    {
      title: "Touch types",
      about: "A response makes a lead. A type without a property is told through the API, a list, or the workflow action Record a signal.",
      prefixes: ["touchTypes"],
      children: /* @__PURE__ */ jsx51(
        LabelledList,
        {
          items: touchTypes,
          path: "touchTypes",
          what: "Touch type",
          keyOf: ({ id }) => id,
          detailOf: (type) => touchText(type, names.fact),
          more: (type, path, onChange) => /* @__PURE__ */ jsx51(TouchForm, { type, path, onChange }),
          make: (label) => ({
            id: newId(
              label,
              touchTypes.map(({ id }) => id)
            ),
            label,
            channel: "other",
            isResponse: false,
            weight: 1
          }),
          onChange: (next) => change("touchTypes", next)
        }
      )
    }
  );
}
function touchText({ channel, isResponse, carrier }, nameOf2) {
  const told = carrier ? `told by ${nameOf2(`contact.${carrier.property}`)}${carrier.contains ? ` containing ${carrier.contains.join(" or ")}` : ""}` : "told from outside";
  return `Channel ${channel}, ${isResponse ? "a response" : "no response"}, ${told}`;
}
function TouchForm({
  type,
  path,
  onChange
}) {
  const { isReadOnly } = useEditor();
  const { carrier, ...told } = type;
  return /* @__PURE__ */ jsxs37(Flex36, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsxs37(Flex36, { gap: "sm", wrap: "wrap", align: "end", children: [
      /* @__PURE__ */ jsx51(
        TextField,
        {
          label: "Channel",
          description: "Lower-case letters, digits and _",
          value: type.channel,
          path: `${path}.channel`,
          onChange: (channel) => onChange({ ...type, channel })
        }
      ),
      /* @__PURE__ */ jsx51(
        NumberField,
        {
          label: "Weight",
          description: "In attribution",
          value: type.weight,
          path: `${path}.weight`,
          precision: 2,
          onChange: (weight) => onChange({ ...type, weight })
        }
      ),
      /* @__PURE__ */ jsx51(
        Toggle,
        {
          label: "Is a response",
          checked: type.isResponse,
          readonly: isReadOnly,
          onChange: (isResponse) => onChange({ ...type, isResponse })
        }
      )
    ] }),
    /* @__PURE__ */ jsx51(
      PropertyPicker,
      {
        label: "Contact property that tells of it",
        fact: carrier ? `contact.${carrier.property}` : "",
        askable: "contact",
        path: `${path}.carrier.property`,
        onChange: (fact) => onChange({ ...type, carrier: { ...carrier, property: fact.slice("contact.".length) } })
      }
    ),
    carrier && /* @__PURE__ */ jsx51(
      LinesField,
      {
        label: "Only values that contain",
        values: carrier.contains ?? [],
        path: `${path}.carrier.contains`,
        onChange: (contains) => onChange({ ...told, carrier: { property: carrier.property, ...contains.length > 0 ? { contains } : {} } })
      }
    ),
    /* @__PURE__ */ jsx51(
      UsesButton,
      {
        id: `uses-${type.id}`,
        of: type.label,
        query: `touch=${type.id}`,
        label: "Where is this touch type used?"
      }
    )
  ] });
}

// extensions/src/settings/Sections.tsx
import { jsx as jsx52 } from "react/jsx-runtime";
var WHAT_IF = "what-if";
var EDITED = [
  [
    "scores",
    "Scores",
    [
      ["Fit", () => /* @__PURE__ */ jsx52(FitSection, {})],
      ["Behavior", () => /* @__PURE__ */ jsx52(BehaviorSection, {})],
      ["Negatives", () => /* @__PURE__ */ jsx52(NegativesSection, {})]
    ]
  ],
  [
    "gates",
    "Qualification",
    [
      ["ICP & target", () => /* @__PURE__ */ jsx52(FittingSection, {})],
      ["Gates", () => /* @__PURE__ */ jsx52(GatesSection, {})],
      ["Exclusions", () => /* @__PURE__ */ jsx52(ExclusionsSection, {})],
      ["Answers", () => /* @__PURE__ */ jsx52(AnswersSection, {})]
    ]
  ],
  ["stages", "Stages", [["Stages", () => /* @__PURE__ */ jsx52(StagesSection, {})]]],
  ["accounts", "Accounts", [["Accounts", () => /* @__PURE__ */ jsx52(AccountsSection, {})]]],
  [
    "work",
    "Work",
    [
      ["Priorities & clocks", () => /* @__PURE__ */ jsx52(ClocksSection, {})],
      ["Reasons", () => /* @__PURE__ */ jsx52(ReasonsSection, {})]
    ]
  ],
  [
    "touches",
    "Touches",
    [
      ["Touch types", () => /* @__PURE__ */ jsx52(TouchesSection, {})],
      ["Sources", () => /* @__PURE__ */ jsx52(SourcesSection, {})]
    ]
  ]
];
function Sections({
  selected,
  onSelect,
  draftKey,
  overview,
  whatIf,
  tryContact,
  history,
  roles,
  keys
}) {
  const tabs = [
    ["overview", "Overview", [["Overview", overview]]],
    ...EDITED,
    [
      WHAT_IF,
      "Try out",
      [
        ["What if", whatIf],
        ["Calibration", () => /* @__PURE__ */ jsx52(CalibrationSection, {})],
        ["One contact", tryContact]
      ]
    ],
    ["history", "History", [["History", history]]],
    [
      "access",
      "Access",
      [
        ["Roles", roles],
        ["API keys", keys]
      ]
    ]
  ];
  return /* @__PURE__ */ jsx52(Tabs, { selected, onSelectedChange: (id) => onSelect(String(id)), testId: "sections", children: tabs.map(([id, title, parts]) => /* @__PURE__ */ jsx52(Tab, { tabId: id, title, children: id === selected && /* @__PURE__ */ jsx52(PartsOfSection, { parts, draftKey }) }, id)) });
}
function PartsOfSection({ parts, draftKey }) {
  const [selected, setSelected] = useState21(parts[0]?.[0]);
  const [first] = parts;
  if (first && parts.length === 1) return /* @__PURE__ */ jsx52(SectionBoundary, { draftKey, children: first[1]() });
  return /* @__PURE__ */ jsx52(
    Tabs,
    {
      variant: "enclosed",
      ...selected === void 0 ? {} : { selected },
      onSelectedChange: (id) => setSelected(String(id)),
      testId: "parts",
      children: parts.map(([title, content]) => /* @__PURE__ */ jsx52(Tab, { tabId: title, title, children: title === selected && /* @__PURE__ */ jsx52(SectionBoundary, { draftKey, children: content() }) }, title))
    }
  );
}

// extensions/src/settings/sections/HistorySection.tsx
import {
  Flex as Flex37,
  Heading as Heading17,
  Table as Table4,
  TableBody as TableBody4,
  TableCell as TableCell4,
  TableHead as TableHead4,
  TableHeader as TableHeader4,
  TableRow as TableRow4,
  Tag,
  Text as Text30
} from "@hubspot/ui-extensions";

// extensions/src/settings/sections/VersionChanges.tsx
import { Button as Button19, LoadingSpinner as LoadingSpinner5, Panel as Panel3, PanelBody as PanelBody3, PanelSection as PanelSection3, Text as Text29 } from "@hubspot/ui-extensions";
import { jsx as jsx53, jsxs as jsxs38 } from "react/jsx-runtime";
function VersionChanges({
  id,
  version,
  before
}) {
  const { url, names } = useEditor();
  const { answer, problem, run } = useRequest();
  if (before === void 0) return null;
  const panel = /* @__PURE__ */ jsx53(
    Panel3,
    {
      id,
      title: `From version ${before} to version ${version}`,
      onOpen: () => run(() => askPair(url, before, version)),
      children: /* @__PURE__ */ jsx53(PanelBody3, { children: /* @__PURE__ */ jsxs38(PanelSection3, { children: [
        problem !== null && /* @__PURE__ */ jsx53(Text29, { children: problem }),
        answer === null && problem === null && /* @__PURE__ */ jsx53(LoadingSpinner5, { label: "Looking" }),
        answer && /* @__PURE__ */ jsx53(ChangeList, { changes: changesBetween(answer.from, answer.to, names), none: "Nothing: both say the same." })
      ] }) })
    }
  );
  return /* @__PURE__ */ jsx53(Button19, { size: "xs", variant: "transparent", overlay: panel, testId: id, children: "What changed" });
}
async function askPair(url, before, version) {
  const read = (each) => ask(`${url}/versions/${each}`);
  const [from, to] = await Promise.all([read(before), read(version)]);
  if (from.kind !== "answered") return from;
  if (to.kind !== "answered") return to;
  return {
    kind: "answered",
    answer: { now: to.answer.now, from: from.answer.definitions, to: to.answer.definitions }
  };
}

// extensions/src/settings/sections/HistorySection.tsx
import { jsx as jsx54, jsxs as jsxs39 } from "react/jsx-runtime";
function HistorySection({
  answer: { history, publish },
  act,
  isBusy
}) {
  const { formats } = useEditor();
  const [current] = history;
  return /* @__PURE__ */ jsxs39(Flex37, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsxs39(Flex37, { direction: "column", children: [
      /* @__PURE__ */ jsx54(Heading17, { children: "History" }),
      /* @__PURE__ */ jsx54(Text30, { variant: "microcopy", children: "A roll-back publishes an earlier version again; decisions made meanwhile stay as they were made." })
    ] }),
    history.length === 0 && /* @__PURE__ */ jsx54(Text30, { children: "Nothing was published yet: what is in force is what was shipped." }),
    history.length > 0 && /* @__PURE__ */ jsxs39(Table4, { density: "compact", children: [
      /* @__PURE__ */ jsx54(TableHead4, { children: /* @__PURE__ */ jsxs39(TableRow4, { children: [
        /* @__PURE__ */ jsx54(TableHeader4, { width: "min", children: "Version" }),
        /* @__PURE__ */ jsx54(TableHeader4, { children: "When, by whom, why" }),
        /* @__PURE__ */ jsx54(TableHeader4, { width: "min", children: "" })
      ] }) }),
      /* @__PURE__ */ jsx54(TableBody4, { children: history.map(({ version, publishedAt, publishedBy, why, isInForce }, index) => /* @__PURE__ */ jsxs39(TableRow4, { children: [
        /* @__PURE__ */ jsx54(TableCell4, { width: "min", children: version }),
        /* @__PURE__ */ jsxs39(TableCell4, { children: [
          /* @__PURE__ */ jsx54(Text30, { children: why }),
          /* @__PURE__ */ jsx54(Text30, { variant: "microcopy", children: `${formats.moment(publishedAt)}, ${publishedBy}` })
        ] }),
        /* @__PURE__ */ jsx54(TableCell4, { width: "min", children: /* @__PURE__ */ jsxs39(Flex37, { gap: "xs", align: "center", children: [
          isInForce && /* @__PURE__ */ jsx54(Tag, { variant: "success", inline: true, children: "In force" }),
          /* @__PURE__ */ jsx54(
            VersionChanges,
            {
              id: `changes-${publishedAt}`,
              version,
              before: history[index + 1]?.version
            }
          ),
          !isInForce && publish.allowed && version !== current?.version && /* @__PURE__ */ jsx54(
            NoteDialog,
            {
              id: `rollback-${publishedAt}`,
              label: `Roll back to version ${version}`,
              title: `Roll back to version ${version}`,
              explanation: `Version ${version} decides again from now on.`,
              size: "xs",
              disabled: isBusy,
              onConfirm: (note) => act("rollback", { version, why: note })
            }
          )
        ] }) })
      ] }, publishedAt)) })
    ] })
  ] });
}

// extensions/src/settings/sections/KeysSection.tsx
import { Alert as Alert7, Button as Button21, Flex as Flex38, Heading as Heading18, Input as Input9, LoadingSpinner as LoadingSpinner6, Text as Text32, Tile as Tile18, ToggleGroup as ToggleGroup2 } from "@hubspot/ui-extensions";
import { useState as useState23 } from "react";

// extensions/src/settings/backend/use-api-keys.ts
import { useEffect as useEffect6, useState as useState22 } from "react";
function useApiKeys(url) {
  const [keys, setKeys] = useState22(null);
  const [fresh, setFresh] = useState22(null);
  const [problem, setProblem] = useState22(null);
  const [isBusy, setBusy] = useState22(true);
  const address = `${url}/api-keys`;
  const settle = (outcome) => {
    setBusy(false);
    if (outcome.kind !== "answered") return setProblem(outcome.message);
    setProblem(null);
    setKeys(outcome.answer.keys);
    if (outcome.answer.apiKey !== void 0) setFresh(outcome.answer.apiKey);
  };
  const act = (at, fields) => {
    setBusy(true);
    void send(at, fields).then(settle);
  };
  useEffect6(() => void ask(address).then(settle), [address]);
  return {
    keys,
    fresh,
    problem,
    isBusy,
    create: (key) => act(address, { ...key }),
    revoke: (keyId) => act(`${address}/${keyId}/revoke`, {}),
    hide: () => setFresh(null)
  };
}

// extensions/src/settings/sections/KeysTable.tsx
import {
  Button as Button20,
  Modal as Modal3,
  ModalBody as ModalBody3,
  ModalFooter as ModalFooter3,
  Table as Table5,
  TableBody as TableBody5,
  TableCell as TableCell5,
  TableHead as TableHead5,
  TableHeader as TableHeader5,
  TableRow as TableRow5,
  Text as Text31
} from "@hubspot/ui-extensions";
import { jsx as jsx55, jsxs as jsxs40 } from "react/jsx-runtime";
function KeysTable({
  keys,
  revoke,
  isBusy
}) {
  const { formats } = useEditor();
  if (keys.length === 0) return /* @__PURE__ */ jsx55(Text31, { children: "There are no keys yet." });
  const stateText = ({ lastUsedAt, revokedAt }) => revokedAt !== null ? `revoked ${formats.day(revokedAt)}` : lastUsedAt === null ? "never used" : `last used ${formats.moment(lastUsedAt)}`;
  return /* @__PURE__ */ jsxs40(Table5, { density: "compact", children: [
    /* @__PURE__ */ jsx55(TableHead5, { children: /* @__PURE__ */ jsxs40(TableRow5, { children: [
      /* @__PURE__ */ jsx55(TableHeader5, { children: "Key" }),
      /* @__PURE__ */ jsx55(TableHeader5, { children: "May send" }),
      /* @__PURE__ */ jsx55(TableHeader5, { width: "min", children: "" })
    ] }) }),
    /* @__PURE__ */ jsx55(TableBody5, { children: keys.map((key) => /* @__PURE__ */ jsxs40(TableRow5, { children: [
      /* @__PURE__ */ jsxs40(TableCell5, { children: [
        /* @__PURE__ */ jsx55(Text31, { children: key.name }),
        /* @__PURE__ */ jsx55(Text31, { variant: "microcopy", children: `made ${formats.day(key.createdAt)} by ${key.createdBy}, ${stateText(key)}` })
      ] }),
      /* @__PURE__ */ jsx55(TableCell5, { children: key.scopes.join(", ") }),
      /* @__PURE__ */ jsx55(TableCell5, { width: "min", children: key.revokedAt === null ? /* @__PURE__ */ jsx55(RevokeButton, { apiKey: key, revoke, isBusy }) : /* @__PURE__ */ jsx55(Text31, { children: "\u2013" }) })
    ] }, key.keyId)) })
  ] });
}
function RevokeButton({
  apiKey: { keyId, name },
  revoke,
  isBusy
}) {
  const { close } = useEditor();
  const id = `revoke-${keyId}`;
  const dialog = /* @__PURE__ */ jsxs40(Modal3, { id, title: `Revoke ${name}`, variant: "danger", children: [
    /* @__PURE__ */ jsx55(ModalBody3, { children: /* @__PURE__ */ jsx55(Text31, { children: "Whatever uses this key is refused from now on. A revoked key cannot be used again." }) }),
    /* @__PURE__ */ jsxs40(ModalFooter3, { children: [
      /* @__PURE__ */ jsx55(
        Button20,
        {
          variant: "destructive",
          onClick: () => {
            close(id);
            revoke(keyId);
          },
          testId: `confirm-${id}`,
          children: "Revoke"
        }
      ),
      /* @__PURE__ */ jsx55(Button20, { onClick: () => close(id), children: "Keep it" })
    ] })
  ] });
  return /* @__PURE__ */ jsx55(Button20, { size: "xs", variant: "transparent", disabled: isBusy, overlay: dialog, children: "Revoke" });
}

// extensions/src/settings/sections/KeysSection.tsx
import { Fragment as Fragment5, jsx as jsx56, jsxs as jsxs41 } from "react/jsx-runtime";
var SCOPES = [
  { value: "signals", label: "Signals", description: "Buying signs from outside HubSpot" },
  { value: "touches", label: "Touches", description: "What people did elsewhere" },
  { value: "lists", label: "Lists", description: "Imported lists of people" }
];
function KeysSection({ copy }) {
  const { url } = useEditor();
  const keys = useApiKeys(url);
  return /* @__PURE__ */ jsxs41(Flex38, { direction: "column", gap: "md", children: [
    /* @__PURE__ */ jsxs41(Flex38, { direction: "column", children: [
      /* @__PURE__ */ jsx56(Heading18, { children: "API keys" }),
      /* @__PURE__ */ jsx56(Text32, { variant: "microcopy", children: "A key is shown once, when it is made; only its fingerprint is stored." })
    ] }),
    keys.fresh !== null && /* @__PURE__ */ jsx56(FreshKey, { value: keys.fresh, copy, hide: keys.hide }),
    keys.problem !== null && /* @__PURE__ */ jsx56(Alert7, { title: "This was not done", variant: "warning", children: keys.problem }),
    keys.keys === null && keys.problem === null && /* @__PURE__ */ jsx56(LoadingSpinner6, { label: "Loading" }),
    keys.keys !== null && /* @__PURE__ */ jsxs41(Fragment5, { children: [
      /* @__PURE__ */ jsx56(KeysTable, { keys: keys.keys, revoke: keys.revoke, isBusy: keys.isBusy }),
      /* @__PURE__ */ jsx56(NewKey, { keys })
    ] })
  ] });
}
var FreshKey = ({
  value,
  copy,
  hide
}) => /* @__PURE__ */ jsxs41(Alert7, { title: "The new key: it is not shown again", variant: "success", testId: "fresh-key", children: [
  /* @__PURE__ */ jsx56(Text32, { children: value }),
  /* @__PURE__ */ jsxs41(Flex38, { gap: "sm", children: [
    /* @__PURE__ */ jsx56(Button21, { size: "sm", onClick: () => void copy(value), children: "Copy" }),
    /* @__PURE__ */ jsx56(Button21, { size: "sm", variant: "transparent", onClick: hide, testId: "hide-key", children: "I have kept it" })
  ] })
] });
function NewKey({ keys }) {
  const [name, setName] = useState23("");
  const [scopes, setScopes] = useState23(["signals"]);
  const make = () => {
    keys.create({ name: name.trim(), scopes: [...scopes] });
    setName("");
  };
  return /* @__PURE__ */ jsx56(Tile18, { children: /* @__PURE__ */ jsxs41(Flex38, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx56(
      Input9,
      {
        label: "Name of a new key",
        name: "key-name",
        description: "The system that will use it",
        value: name,
        onInput: setName
      }
    ),
    /* @__PURE__ */ jsx56(
      ToggleGroup2,
      {
        name: "key-scopes",
        label: "What it may send",
        toggleType: "checkboxList",
        options: SCOPES.map((scope) => ({ ...scope })),
        value: [...scopes],
        onChange: (next) => setScopes(next)
      }
    ),
    /* @__PURE__ */ jsx56(Flex38, { justify: "start", children: /* @__PURE__ */ jsx56(Button21, { disabled: keys.isBusy || name.trim() === "" || scopes.length === 0, onClick: make, testId: "make-key", children: "Make a key" }) })
  ] }) });
}

// extensions/src/settings/sections/OverviewSection.tsx
import { Alert as Alert8, Button as Button22, Flex as Flex39, Heading as Heading19, List as List4, Statistics, StatisticsItem, Text as Text33, Tile as Tile19 } from "@hubspot/ui-extensions";
import { Fragment as Fragment6, jsx as jsx57, jsxs as jsxs42 } from "react/jsx-runtime";
function OverviewSection({
  answer,
  changes,
  rebase
}) {
  const { formats } = useEditor();
  const { inForce, draft, history, held, mode } = answer;
  const latest = history.find(({ isInForce }) => isInForce);
  return /* @__PURE__ */ jsxs42(Flex39, { direction: "column", gap: "md", children: [
    /* @__PURE__ */ jsxs42(Statistics, { children: [
      /* @__PURE__ */ jsx57(StatisticsItem, { label: "Version in force", number: String(inForce.version) }),
      /* @__PURE__ */ jsx57(StatisticsItem, { label: "Places the draft changes", number: String(changes) }),
      /* @__PURE__ */ jsx57(StatisticsItem, { label: "Leads held back", number: String(held.count) }),
      /* @__PURE__ */ jsx57(StatisticsItem, { label: "Released a day", number: String(held.perDay) })
    ] }),
    mode === "observe" && /* @__PURE__ */ jsx57(Alert8, { title: "This portal is only observed", variant: "info", children: "Rules are measured and nobody is offered any work until an admin goes live." }),
    /* @__PURE__ */ jsx57(Tile19, { children: /* @__PURE__ */ jsxs42(Flex39, { direction: "column", gap: "xs", children: [
      /* @__PURE__ */ jsx57(Heading19, { children: "In force" }),
      /* @__PURE__ */ jsx57(Text33, { children: latest ? `Version ${latest.version}, since ${formats.moment(latest.publishedAt)}, by ${latest.publishedBy}: ${latest.why}` : `Version ${inForce.version}, as it was shipped.` }),
      held.count > 0 && /* @__PURE__ */ jsx57(Text33, { children: heldText(held) })
    ] }) }),
    /* @__PURE__ */ jsx57(Tile19, { children: /* @__PURE__ */ jsxs42(Flex39, { direction: "column", gap: "xs", children: [
      /* @__PURE__ */ jsx57(Heading19, { children: "Draft" }),
      /* @__PURE__ */ jsx57(DraftText, { draft }),
      draft?.problems.some(({ path }) => path === "") && /* @__PURE__ */ jsx57(Flex39, { justify: "start", children: /* @__PURE__ */ jsx57(Button22, { onClick: rebase, testId: "rebase", children: "Put the draft on top of what is in force" }) })
    ] }) })
  ] });
}
var heldText = ({ count, perDay }) => `${count} ${count === 1 ? "lead" : "leads"} would pass only since the rules changed and ${count === 1 ? "is" : "are"} held back; ${perDay === 0 ? "none is released by itself." : `${perDay} a day ${perDay === 1 ? "is" : "are"} released.`}`;
function DraftText({ draft }) {
  const { formats, definitions } = useEditor();
  if (!draft) return /* @__PURE__ */ jsx57(Text33, { children: "There is none: what you change in any section begins one." });
  return /* @__PURE__ */ jsxs42(Fragment6, { children: [
    /* @__PURE__ */ jsx57(Text33, { children: `Begun from version ${draft.basedOn}; last saved ${formats.moment(draft.savedAt)} by ${draft.savedBy}.` }),
    draft.askedBy !== null && /* @__PURE__ */ jsx57(Text33, { children: `${draft.askedBy} asks to publish it: ${draft.askedWhy ?? ""} A second person has to agree.` }),
    draft.problems.length === 0 ? /* @__PURE__ */ jsx57(Text33, { children: "It can be published." }) : /* @__PURE__ */ jsx57(Alert8, { title: "To be mended before this can be published", variant: "warning", testId: "problems", children: /* @__PURE__ */ jsx57(List4, { children: draft.problems.map(({ path, message }) => /* @__PURE__ */ jsx57(Text33, { children: path === "" ? message : `${trailText(trailOf(definitions, path))}: ${message}` }, `${path} ${message}`)) }) })
  ] });
}

// extensions/src/settings/sections/RolesSection.tsx
import { Flex as Flex40, Heading as Heading20, Select as Select9, Text as Text34 } from "@hubspot/ui-extensions";
import { jsx as jsx58, jsxs as jsxs43 } from "react/jsx-runtime";
var ROLES = [
  { value: "admin", label: "Admin: everything, roles and keys too" },
  { value: "ops", label: "Marketing ops: changes and publishes the rules" },
  { value: "manager", label: "Manager: acts for the team, reads this page" },
  { value: "member", label: "Member: works leads, reads this page" }
];
function RolesSection({
  answer: { roles, manageRoles },
  act
}) {
  return /* @__PURE__ */ jsxs43(Flex40, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsxs43(Flex40, { direction: "column", children: [
      /* @__PURE__ */ jsx58(Heading20, { children: "Roles" }),
      /* @__PURE__ */ jsx58(Text34, { variant: "microcopy", children: manageRoles.allowed ? "A role is given at once." : manageRoles.why })
    ] }),
    roles.map(({ userId, name, role }) => /* @__PURE__ */ jsx58(
      Select9,
      {
        label: name,
        name: `role-${userId}`,
        options: ROLES,
        value: role,
        readOnly: !manageRoles.allowed,
        onChange: (next) => act("roles", { userId, role: next })
      },
      userId
    ))
  ] });
}

// extensions/src/settings/sections/TryContactSection.tsx
import { Alert as Alert9, Button as Button24, Flex as Flex43, Heading as Heading21, Input as Input10, LoadingSpinner as LoadingSpinner7, Text as Text37 } from "@hubspot/ui-extensions";
import { useState as useState25 } from "react";

// extensions/src/settings/sections/ContactSearch.tsx
import { Button as Button23, Flex as Flex41, SearchInput, Text as Text35, useCrmSearch, useDebounce } from "@hubspot/ui-extensions";
import { useState as useState24 } from "react";
import { jsx as jsx59, jsxs as jsxs44 } from "react/jsx-runtime";
var SHORTEST2 = 2;
var SHOWN = 5;
function ContactSearch({ onChoose }) {
  const [text, setText] = useState24("");
  const query = useDebounce(text.trim(), 400);
  return /* @__PURE__ */ jsxs44(Flex41, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsx59(SearchInput, { label: "Name or e-mail", name: "search", value: text, onInput: setText }),
    query.length >= SHORTEST2 && /* @__PURE__ */ jsx59(Found, { query, onChoose })
  ] });
}
function Found({ query, onChoose }) {
  const { results, error, isLoading } = useCrmSearch({
    objectType: "0-1",
    query,
    properties: ["firstname", "lastname", "email"],
    pageLength: SHOWN
  });
  if (error) return /* @__PURE__ */ jsx59(Text35, { variant: "microcopy", children: "Contacts cannot be searched here: write the record id instead." });
  if (results.length === 0) return /* @__PURE__ */ jsx59(Text35, { variant: "microcopy", children: isLoading ? "Searching" : "Nobody was found." });
  return /* @__PURE__ */ jsx59(Flex41, { gap: "xs", wrap: "wrap", children: results.map(({ objectId, properties }) => /* @__PURE__ */ jsx59(Button23, { size: "xs", onClick: () => onChoose(String(objectId)), children: nameOf(properties) || `Contact ${objectId}` }, objectId)) });
}
function nameOf({ firstname, lastname, email }) {
  const name = [firstname, lastname].filter(Boolean).join(" ");
  return name === "" ? email ?? "" : name;
}

// extensions/src/settings/sections/TriedContacts.tsx
import {
  Flex as Flex42,
  List as List5,
  StatusTag as StatusTag2,
  Table as Table6,
  TableBody as TableBody6,
  TableCell as TableCell6,
  TableHead as TableHead6,
  TableHeader as TableHeader6,
  TableRow as TableRow6,
  Text as Text36
} from "@hubspot/ui-extensions";
import { jsx as jsx60, jsxs as jsxs45 } from "react/jsx-runtime";
function TriedContacts({ answer: { contactId, inForce, draft } }) {
  const { formats } = useEditor();
  const rows = [
    ["Grade and band", ({ cell: cell2 }) => cell2],
    ["Fit points", ({ fitPoints }) => formats.number(fitPoints)],
    ["Behavior points", ({ behaviorPoints }) => formats.number(behaviorPoints)],
    ["Gate", ({ gate }) => gate ?? "none"]
  ];
  const cell = (tried, show) => tried ? show(tried) : "\u2013";
  return /* @__PURE__ */ jsxs45(Flex42, { direction: "column", gap: "sm", testId: "tried", children: [
    /* @__PURE__ */ jsxs45(Table6, { density: "compact", children: [
      /* @__PURE__ */ jsx60(TableHead6, { children: /* @__PURE__ */ jsxs45(TableRow6, { children: [
        /* @__PURE__ */ jsx60(TableHeader6, { children: `Contact ${contactId}` }),
        /* @__PURE__ */ jsx60(TableHeader6, { children: "In force" }),
        /* @__PURE__ */ jsx60(TableHeader6, { children: "Draft" })
      ] }) }),
      /* @__PURE__ */ jsxs45(TableBody6, { children: [
        rows.map(([label, show]) => /* @__PURE__ */ jsxs45(TableRow6, { children: [
          /* @__PURE__ */ jsx60(TableCell6, { children: label }),
          /* @__PURE__ */ jsx60(TableCell6, { children: cell(inForce, show) }),
          /* @__PURE__ */ jsx60(TableCell6, { children: cell(draft, show) })
        ] }, label)),
        /* @__PURE__ */ jsxs45(TableRow6, { children: [
          /* @__PURE__ */ jsx60(TableCell6, { children: "Passes" }),
          /* @__PURE__ */ jsx60(TableCell6, { children: /* @__PURE__ */ jsx60(Passing, { tried: inForce }) }),
          /* @__PURE__ */ jsx60(TableCell6, { children: /* @__PURE__ */ jsx60(Passing, { tried: draft }) })
        ] })
      ] })
    ] }),
    draft === null && /* @__PURE__ */ jsx60(Text36, { variant: "microcopy", children: "There is no draft, or it cannot be used before it is mended." })
  ] });
}
function Passing({ tried }) {
  if (!tried) return /* @__PURE__ */ jsx60(Text36, { children: "\u2013" });
  return /* @__PURE__ */ jsxs45(Flex42, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsx60(StatusTag2, { variant: tried.passes ? "success" : "default", children: tried.passes ? "yes" : "no" }),
    tried.missing.length > 0 && /* @__PURE__ */ jsx60(List5, { children: tried.missing.map((text) => /* @__PURE__ */ jsx60(Text36, { children: text }, text)) })
  ] });
}

// extensions/src/settings/sections/TryContactSection.tsx
import { jsx as jsx61, jsxs as jsxs46 } from "react/jsx-runtime";
function TryContactSection({
  flush
}) {
  const { url } = useEditor();
  const [id, setId] = useState25("");
  const { answer, problem, isBusy, run } = useRequest();
  const tryOn = (contactId) => run(async () => {
    await flush();
    return ask(`${url}/try?contactId=${encodeURIComponent(contactId)}`);
  });
  return /* @__PURE__ */ jsxs46(Flex43, { direction: "column", gap: "md", children: [
    /* @__PURE__ */ jsxs46(Flex43, { direction: "column", children: [
      /* @__PURE__ */ jsx61(Heading21, { children: "Try on one contact" }),
      /* @__PURE__ */ jsx61(Text37, { variant: "microcopy", children: "How somebody stands now, by what is in force and by the draft." })
    ] }),
    /* @__PURE__ */ jsx61(ContactSearch, { onChoose: tryOn }),
    /* @__PURE__ */ jsxs46(Flex43, { gap: "sm", wrap: "wrap", align: "end", children: [
      /* @__PURE__ */ jsx61(
        Input10,
        {
          label: "Contact\u2019s record id",
          name: "contact",
          description: "The number in the address of the contact",
          value: id,
          onInput: setId
        }
      ),
      /* @__PURE__ */ jsx61(Button24, { disabled: isBusy || !/^\d+$/.test(id.trim()), onClick: () => tryOn(id.trim()), testId: "try-contact", children: "Try" })
    ] }),
    isBusy && /* @__PURE__ */ jsx61(LoadingSpinner7, { label: "Looking", showLabel: true }),
    problem !== null && /* @__PURE__ */ jsx61(Alert9, { title: "This contact could not be tried", variant: "warning", children: problem }),
    answer && /* @__PURE__ */ jsx61(TriedContacts, { answer })
  ] });
}

// extensions/src/settings/sections/WhatIfSection.tsx
import { Alert as Alert11, Button as Button25, Flex as Flex48, Heading as Heading25, LoadingSpinner as LoadingSpinner8, NumberInput as NumberInput5, Select as Select10, Text as Text42, Tile as Tile20 } from "@hubspot/ui-extensions";
import { useState as useState26 } from "react";

// extensions/src/settings/sections/WhatIfResult.tsx
import { Alert as Alert10, Flex as Flex47, LineChart, Statistics as Statistics2, StatisticsItem as StatisticsItem2, Text as Text41 } from "@hubspot/ui-extensions";

// extensions/src/settings/document/volumes.ts
var PRIORITIES2 = ["P1", "P2", "P3", "P4"];
var SINGLE_DAYS = 31;
var WEEK = 7;
function pointsOf({ current, draft }, priority) {
  const size = current.perDay.length > SINGLE_DAYS ? WEEK : 1;
  const line = (by, days) => chunks(days, size).map((part) => ({
    day: new Date(part[0]?.day ?? 0).toISOString().slice(0, 10),
    perDay: Math.round(sum(part.map((each) => each[priority])) / part.length * 100) / 100,
    by
  }));
  return [...line("in force", current.perDay), ...line("draft", draft.perDay)];
}
var isByWeek = ({ current }) => current.perDay.length > SINGLE_DAYS;
function chunks(list, size) {
  return Array.from(
    { length: Math.ceil(list.length / size) },
    (_, index) => list.slice(index * size, (index + 1) * size)
  );
}
var sum = (numbers) => numbers.reduce((total, each) => total + each, 0);

// extensions/src/settings/sections/WhatIfCells.tsx
import {
  Flex as Flex44,
  Heading as Heading22,
  Table as Table7,
  TableBody as TableBody7,
  TableCell as TableCell7,
  TableHead as TableHead7,
  TableHeader as TableHeader7,
  TableRow as TableRow7,
  Text as Text38
} from "@hubspot/ui-extensions";
import { jsx as jsx62, jsxs as jsxs47 } from "react/jsx-runtime";
function WhatIfCells({ result: { current, draft } }) {
  const rows = [
    ...current.byCell.map((cell) => ({ ...cell, by: "In force" })),
    ...draft.byCell.map((cell) => ({ ...cell, by: "Draft" }))
  ];
  if (rows.length === 0) return null;
  return /* @__PURE__ */ jsxs47(Flex44, { direction: "column", gap: "xs", testId: "cells", children: [
    /* @__PURE__ */ jsx62(Heading22, { children: "What became of them" }),
    /* @__PURE__ */ jsx62(Text38, { variant: "microcopy", children: "People by grade and band when they would have qualified, and how far they really came since. Those whom only the draft qualifies came as far without being worked as leads. Rates from 20 people on, with their 95 % interval." }),
    /* @__PURE__ */ jsxs47(Table7, { density: "compact", children: [
      /* @__PURE__ */ jsx62(TableHead7, { children: /* @__PURE__ */ jsxs47(TableRow7, { children: [
        /* @__PURE__ */ jsx62(TableHeader7, { children: "Qualified" }),
        /* @__PURE__ */ jsx62(TableHeader7, { children: "By" }),
        /* @__PURE__ */ jsx62(TableHeader7, { align: "right", children: "People" }),
        /* @__PURE__ */ jsx62(TableHeader7, { align: "right", children: "Opportunity accepted" }),
        /* @__PURE__ */ jsx62(TableHeader7, { align: "right", children: "Won" }),
        /* @__PURE__ */ jsx62(TableHeader7, { align: "right", children: "Still open" })
      ] }) }),
      /* @__PURE__ */ jsx62(TableBody7, { children: rows.sort((a, b) => orderOf(a).localeCompare(orderOf(b))).map(({ by, ...cell }) => /* @__PURE__ */ jsxs47(TableRow7, { children: [
        /* @__PURE__ */ jsx62(TableCell7, { children: cell.cell === "P1" ? "Raised a hand" : cell.cell }),
        /* @__PURE__ */ jsx62(TableCell7, { children: by }),
        /* @__PURE__ */ jsx62(TableCell7, { align: "right", children: cell.people }),
        /* @__PURE__ */ jsx62(TableCell7, { align: "right", children: withRate(cell.sqo, cell.sqoRate) }),
        /* @__PURE__ */ jsx62(TableCell7, { align: "right", children: withRate(cell.won, cell.wonRate) }),
        /* @__PURE__ */ jsx62(TableCell7, { align: "right", children: cell.open })
      ] }, `${cell.cell} ${by}`)) })
    ] })
  ] });
}
var orderOf = ({ cell, by }) => `${cell === "P1" ? "0" : cell} ${by === "Draft" ? "2" : "1"}`;
var withRate = (count, { rate, low, high }) => rate === null || low === null || high === null ? String(count) : `${count} (${percent2(rate)} %, ${percent2(low)} to ${percent2(high)} %)`;
var percent2 = (value) => Math.round(value * 100);

// extensions/src/settings/sections/WhatIfNames.tsx
import { Flex as Flex45, Heading as Heading23, Text as Text39 } from "@hubspot/ui-extensions";

// extensions/src/settings/words/kept.ts
var KEPT = {
  embargo: "Kept away by the embargo",
  disqualified: "Kept away as disqualified",
  being_worked: "Worked by somebody already",
  advised: "Would pass a gate that is not enforced",
  held: "Would pass only since the rules changed: held back"
};
var keptText = (why) => KEPT[why] ?? `Kept: ${why.replaceAll("_", " ")}`;

// extensions/src/settings/sections/WhatIfNames.tsx
import { jsx as jsx63, jsxs as jsxs48 } from "react/jsx-runtime";
var NAMED = 10;
function WhatIfNames({ result }) {
  const { added, dropped, accountsAdded, accountsDropped, wonGained, wonMissed, current, draft } = result;
  const reasons = [.../* @__PURE__ */ new Set([...Object.keys(current.kept), ...Object.keys(draft.kept)])].sort();
  return /* @__PURE__ */ jsxs48(Flex45, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsx63(Heading23, { children: "Who comes and who goes" }),
    /* @__PURE__ */ jsx63(Text39, { children: `Only by the draft: ${named(added.count, added.contactIds, "contact", "contacts")}` }),
    /* @__PURE__ */ jsx63(Text39, { testId: "dropped", children: `No more by the draft: ${named(dropped.count, dropped.contactIds, "contact", "contacts")}` }),
    /* @__PURE__ */ jsx63(Text39, { children: `Accounts only by the draft: ${named(accountsAdded.count, accountsAdded.companyIds, "company", "companies")}` }),
    /* @__PURE__ */ jsx63(Text39, { testId: "accounts-dropped", children: `Accounts no more by the draft: ${named(accountsDropped.count, accountsDropped.companyIds, "company", "companies")}` }),
    /* @__PURE__ */ jsx63(Text39, { children: `Won deals gained: ${named(wonGained.length, wonGained, "deal", "deals")}` }),
    /* @__PURE__ */ jsx63(Text39, { children: `Won deals missed: ${named(wonMissed.length, wonMissed, "deal", "deals")}` }),
    reasons.map((why) => /* @__PURE__ */ jsx63(Text39, { children: `${keptText(why)}: ${current.kept[why] ?? 0} \u2192 ${draft.kept[why] ?? 0}` }, why))
  ] });
}
function named(count, ids, one, several) {
  if (count === 0) return "0";
  const shown2 = ids.slice(0, NAMED).join(", ");
  return `${count} (${count === 1 ? one : several} ${shown2}${count > NAMED ? " \u2026" : ""})`;
}

// extensions/src/settings/sections/WhatIfTables.tsx
import {
  Flex as Flex46,
  Heading as Heading24,
  Table as Table8,
  TableBody as TableBody8,
  TableCell as TableCell8,
  TableHead as TableHead8,
  TableHeader as TableHeader8,
  TableRow as TableRow8,
  Text as Text40
} from "@hubspot/ui-extensions";
import { jsx as jsx64, jsxs as jsxs49 } from "react/jsx-runtime";
var Both = ({ title, rows }) => /* @__PURE__ */ jsxs49(Table8, { density: "compact", children: [
  /* @__PURE__ */ jsx64(TableHead8, { children: /* @__PURE__ */ jsxs49(TableRow8, { children: [
    /* @__PURE__ */ jsx64(TableHeader8, { children: title }),
    /* @__PURE__ */ jsx64(TableHeader8, { align: "right", children: "In force" }),
    /* @__PURE__ */ jsx64(TableHeader8, { align: "right", children: "Draft" }),
    /* @__PURE__ */ jsx64(TableHeader8, { align: "right", children: "Change" })
  ] }) }),
  /* @__PURE__ */ jsx64(TableBody8, { children: rows.map(([label, current, draft]) => /* @__PURE__ */ jsxs49(TableRow8, { children: [
    /* @__PURE__ */ jsx64(TableCell8, { children: label }),
    /* @__PURE__ */ jsx64(TableCell8, { align: "right", children: current }),
    /* @__PURE__ */ jsx64(TableCell8, { align: "right", children: draft }),
    /* @__PURE__ */ jsx64(TableCell8, { align: "right", children: draft === current ? "0" : signedText(draft - current) })
  ] }, label)) })
] });
function WhatIfLate({ result: { current, draft, sdrs, minutesPerLead } }) {
  const [inForce, tried] = [current.breaches, draft.breaches];
  if (!inForce || !tried) return null;
  return /* @__PURE__ */ jsxs49(Flex46, { direction: "column", gap: "xs", testId: "late", children: [
    /* @__PURE__ */ jsx64(Heading24, { children: "Answered too late" }),
    /* @__PURE__ */ jsx64(Text40, { variant: "microcopy", children: `Reckoned with ${sdrs === 1 ? "1 SDR" : `${sdrs} SDRs`} who take ${minutesPerLead} minutes of working time for each, P1 first, then P2, then accounts, and do nothing else.` }),
    /* @__PURE__ */ jsx64(
      Both,
      {
        title: "After the limit",
        rows: PRIORITIES2.filter((priority) => current[priority] + draft[priority] > 0).map((priority) => [
          priority,
          inForce[priority],
          tried[priority]
        ])
      }
    ),
    /* @__PURE__ */ jsx64(Busiest, { which: "in force", breaches: inForce }),
    /* @__PURE__ */ jsx64(Busiest, { which: "by the draft", breaches: tried })
  ] });
}
function Busiest({
  which,
  breaches: { busiest }
}) {
  const { formats } = useEditor();
  if (!busiest) return null;
  const day = formats.day(Date.parse(`${busiest.day}T12:00:00Z`));
  return /* @__PURE__ */ jsx64(Text40, { children: `Busiest day ${which}: ${day}, ${busiest.offered} offered, ${busiest.breaches} of them too late` });
}
function WhatIfSegments({ result: { segmentBy, bySegment } }) {
  const { properties, names } = useEditor();
  if (bySegment.length === 0) return null;
  const title = segmentBy === "channel" ? "Channel" : labelOfFact(propertyOf(segmentBy, properties));
  return /* @__PURE__ */ jsxs49(Flex46, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsx64(Heading24, { children: segmentBy === "channel" ? "By channel" : `By ${title}` }),
    /* @__PURE__ */ jsx64(
      Both,
      {
        title,
        rows: bySegment.map(({ segment, current, draft }) => [names.value(segmentBy, segment), current, draft])
      }
    )
  ] });
}

// extensions/src/settings/sections/WhatIfResult.tsx
import { jsx as jsx65, jsxs as jsxs50 } from "react/jsx-runtime";
function WhatIfResult({ result }) {
  const { formats, names } = useEditor();
  const { current, draft, unheard } = result;
  const shown2 = (value) => value < 1 ? String(Math.round(value * 100) / 100) : formats.number(value);
  const change = (from, to) => `${shown2(from)} \u2192 ${shown2(to)}`;
  return /* @__PURE__ */ jsxs50(Flex47, { direction: "column", gap: "md", testId: "what-if", children: [
    /* @__PURE__ */ jsx65(Text41, { children: `${formats.day(result.from)} to ${formats.day(result.until)}: in force \u2192 draft.` }),
    unheard.length > 0 && /* @__PURE__ */ jsx65(Alert10, { title: "Not followed so far", variant: "warning", children: `The draft asks about ${unheard.map(names.fact).join(", ")}. Nobody has followed that until now, so it counts as empty in all these days; it fills once the draft is published.` }),
    /* @__PURE__ */ jsx65(Statistics2, { children: PRIORITIES2.map((priority) => /* @__PURE__ */ jsx65(
      StatisticsItem2,
      {
        label: `${priority} a day`,
        number: change(current.aDay[priority], draft.aDay[priority]),
        testId: `${priority.toLowerCase()}-a-day`
      },
      priority
    )) }),
    /* @__PURE__ */ jsxs50(Statistics2, { children: [
      /* @__PURE__ */ jsx65(StatisticsItem2, { label: "P2 in all", number: change(current.P2, draft.P2), testId: "p2-in-all" }),
      /* @__PURE__ */ jsx65(StatisticsItem2, { label: "SDR hours", number: change(current.sdrHours, draft.sdrHours) })
    ] }),
    PRIORITIES2.filter((priority) => current[priority] + draft[priority] > 0).map((priority) => /* @__PURE__ */ jsx65(
      LineChart,
      {
        data: {
          data: pointsOf(result, priority).map((point) => ({ ...point })),
          options: { propertyLabels: { by: { "in force": "In force", draft: "Draft" } } }
        },
        axes: {
          x: { field: "day", fieldType: "datetime", label: isByWeek(result) ? "Week from" : "Day" },
          y: { field: "perDay", fieldType: "linear", label: "A day" },
          options: { groupFieldByColor: "by", colors: { "in force": "darkBlue", draft: "orange" } }
        },
        options: {
          title: `${priority} a day${isByWeek(result) ? ", mean of each week" : ""}`,
          showLegend: true,
          showTooltips: true
        }
      },
      priority
    )),
    /* @__PURE__ */ jsx65(WhatIfLate, { result }),
    /* @__PURE__ */ jsx65(WhatIfSegments, { result }),
    /* @__PURE__ */ jsx65(WhatIfCells, { result }),
    /* @__PURE__ */ jsx65(WhatIfNames, { result })
  ] });
}

// extensions/src/settings/sections/WhatIfSection.tsx
import { jsx as jsx66, jsxs as jsxs51 } from "react/jsx-runtime";
var DEFAULT_MINUTES = 30;
var isSegment = ({ fact, fillRate }) => fact.startsWith("company.") && fillRate !== null;
function WhatIfSection({
  simulation,
  isDrafted,
  onTry
}) {
  const { isReadOnly, properties } = useEditor();
  const [days, setDays] = useState26(simulation.days);
  const [minutesPerLead, setMinutes] = useState26(DEFAULT_MINUTES);
  const [sdrs, setSdrs] = useState26(void 0);
  const [segmentBy, setSegmentBy] = useState26("channel");
  const { answer, problem, isRunning } = simulation;
  return /* @__PURE__ */ jsxs51(Flex48, { direction: "column", gap: "md", children: [
    /* @__PURE__ */ jsxs51(Flex48, { direction: "column", children: [
      /* @__PURE__ */ jsx66(Heading25, { children: "What if" }),
      /* @__PURE__ */ jsx66(Text42, { variant: "microcopy", children: "The last days once more, by what is in force and by the draft, from the same history. Nothing is decided or written." })
    ] }),
    /* @__PURE__ */ jsx66(Tile20, { compact: true, children: /* @__PURE__ */ jsxs51(Flex48, { gap: "sm", wrap: "wrap", align: "end", children: [
      /* @__PURE__ */ jsx66(
        NumberInput5,
        {
          label: "Days",
          name: "days",
          precision: 0,
          min: 1,
          max: 365,
          value: days,
          onChange: (next) => setDays(next ?? days)
        }
      ),
      /* @__PURE__ */ jsx66(
        NumberInput5,
        {
          label: "Minutes of an SDR for a lead",
          name: "minutes",
          precision: 0,
          min: 1,
          max: 600,
          value: minutesPerLead,
          onChange: (next) => setMinutes(next ?? minutesPerLead)
        }
      ),
      /* @__PURE__ */ jsx66(
        NumberInput5,
        {
          label: "SDRs",
          name: "sdrs",
          precision: 0,
          min: 0,
          max: 1e3,
          placeholder: "As many as now",
          ...sdrs === void 0 ? {} : { value: sdrs },
          onChange: (next) => setSdrs(next ?? void 0)
        }
      ),
      /* @__PURE__ */ jsx66(
        Select10,
        {
          label: "Leads by",
          name: "segment",
          value: segmentBy,
          options: [
            { value: "channel", label: "Channel" },
            ...properties.filter(isSegment).map((each) => ({ value: each.fact, label: labelOfFact(each) }))
          ],
          onChange: (next) => setSegmentBy(String(next))
        }
      ),
      /* @__PURE__ */ jsx66(
        Button25,
        {
          variant: "primary",
          disabled: isRunning || !isDrafted || isReadOnly,
          onClick: () => onTry({ days, minutesPerLead, sdrs, segmentBy }),
          testId: "run-what-if",
          children: `Try on ${days} days`
        }
      )
    ] }) }),
    !isDrafted && /* @__PURE__ */ jsx66(Text42, { children: "There is no draft to try: change something in a section first." }),
    isRunning && /* @__PURE__ */ jsx66(LoadingSpinner8, { label: `Looked at ${answer?.progress ?? 0} records so far`, showLabel: true }),
    (problem ?? answer?.failure) && /* @__PURE__ */ jsx66(Alert11, { title: "This could not be tried", variant: "warning", children: problem ?? answer?.failure }),
    answer?.result && /* @__PURE__ */ jsx66(WhatIfResult, { result: answer.result })
  ] });
}

// extensions/src/settings/SettingsContent.tsx
import { jsx as jsx67, jsxs as jsxs52 } from "react/jsx-runtime";
var MINUTES_PER_LEAD = 30;
function SettingsContent({
  answer,
  settings,
  url,
  formats,
  actions
}) {
  const [selected, setSelected] = useState27("overview");
  const properties = useProperties(url);
  const simulation = useSimulation(url);
  const { drafting, act, attempt } = settings;
  const definitions = definitionsOf(answer, drafting);
  const names = useMemo(() => namesFrom(properties.list), [properties.list]);
  const changes = useMemo(
    () => changesBetween(answer.inForce, definitions, names),
    // The document is made anew with every render; what it is made of is not.
    [answer, drafting.unsaved, names]
  );
  const isDrafted = answer.draft !== null || drafting.state !== "saved";
  const isBusy = attempt?.state === "sending" || attempt?.state === "failed";
  const copy = actions.copyTextToClipboard;
  const tryOut = async (options) => {
    setSelected(WHAT_IF);
    if (await drafting.flush()) simulation.start(options);
  };
  const editor = {
    url,
    definitions,
    change: drafting.change,
    isReadOnly: !answer.edit.allowed,
    problems: answer.draft?.problems ?? [],
    properties: properties.list,
    names,
    formats,
    close: actions.closeOverlay
  };
  return /* @__PURE__ */ jsx67(EditorContext.Provider, { value: editor, children: /* @__PURE__ */ jsxs52(Flex49, { direction: "column", gap: "md", children: [
    /* @__PURE__ */ jsx67(
      DraftBar,
      {
        answer,
        settings,
        changes,
        tryDays: simulation.days,
        onTry: () => void tryOut({ days: simulation.days, minutesPerLead: MINUTES_PER_LEAD })
      }
    ),
    /* @__PURE__ */ jsx67(AttemptNote, { attempt, retry: settings.retry, dismiss: settings.dismiss }),
    properties.problem !== null && /* @__PURE__ */ jsx67(Text43, { variant: "microcopy", children: `The portal\u2019s properties could not all be read: ${properties.problem}` }),
    /* @__PURE__ */ jsx67(
      Sections,
      {
        selected,
        onSelect: setSelected,
        draftKey: String(answer.draft?.savedAt),
        overview: () => /* @__PURE__ */ jsx67(
          OverviewSection,
          {
            answer,
            changes: changes.length,
            rebase: () => act("draft", { sections: {}, rebase: true })
          }
        ),
        whatIf: () => /* @__PURE__ */ jsx67(WhatIfSection, { simulation, isDrafted, onTry: (options) => void tryOut(options) }),
        tryContact: () => /* @__PURE__ */ jsx67(TryContactSection, { flush: drafting.flush }),
        history: () => /* @__PURE__ */ jsx67(HistorySection, { answer, act, isBusy }),
        roles: () => /* @__PURE__ */ jsx67(RolesSection, { answer, act }),
        keys: () => /* @__PURE__ */ jsx67(KeysSection, { copy })
      }
    )
  ] }) });
}

// extensions/src/SettingsPage.tsx
import { jsx as jsx68, jsxs as jsxs53 } from "react/jsx-runtime";
function SettingsPage(api) {
  const origin = backendOrigin(api.context);
  return origin === void 0 ? /* @__PURE__ */ jsx68(NoBackend, {}) : /* @__PURE__ */ jsx68(Page, { ...api, url: settingsUrl(origin) });
}
function Page({ context, actions, url }) {
  const settings = useSettings(url);
  const { answer, problem } = settings;
  if (!answer)
    return problem === null ? /* @__PURE__ */ jsx68(LoadingSpinner9, { label: "Loading", layout: "centered" }) : /* @__PURE__ */ jsx68(Failed, { ...settings });
  const formats = formatsOf(context, answer.zone);
  return /* @__PURE__ */ jsxs53(Flex50, { direction: "column", gap: "md", children: [
    !answer.edit.allowed && /* @__PURE__ */ jsx68(Alert12, { title: "You can read this page", variant: "info", testId: "read-only", children: answer.edit.why }),
    /* @__PURE__ */ jsx68(SettingsContent, { answer, settings, url, formats, actions }),
    problem !== null && /* @__PURE__ */ jsx68(Text44, { variant: "microcopy", testId: "stale", children: `As of ${formats.moment(answer.now)}; could not be refreshed. ${sentence(problem)}` })
  ] });
}
var Failed = ({ problem, reload }) => /* @__PURE__ */ jsxs53(ErrorState3, { title: "The settings could not be loaded", children: [
  /* @__PURE__ */ jsx68(Text44, { children: problem }),
  /* @__PURE__ */ jsx68(Button26, { onClick: reload, testId: "try-again", children: "Try again" })
] });

// extensions/src/SettingsPage.entry.tsx
import { jsx as jsx69 } from "react/jsx-runtime";
hubspot3.extend((api) => /* @__PURE__ */ jsx69(SettingsPage, { ...api }));
