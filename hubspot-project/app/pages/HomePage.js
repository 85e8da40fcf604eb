// Made by scripts/bundle-cards.mjs from extensions/src/HomePage.entry.tsx: edit that.

// extensions/src/HomePage.entry.tsx
import { hubspot as hubspot3 } from "@hubspot/ui-extensions";

// extensions/src/HomePage.tsx
import { Button as Button3, ErrorState as ErrorState2, Flex as Flex6, LoadingSpinner as LoadingSpinner2, Tab, Tabs, Text as Text7 } from "@hubspot/ui-extensions";

// extensions/src/backend/card-api.ts
function backendOrigin({ variables }) {
  const origin = variables?.["API_ORIGIN"];
  return typeof origin === "string" ? origin : void 0;
}

// extensions/src/backend/use-page-answer.ts
import { hubspot } from "@hubspot/ui-extensions";
import { useCallback, useEffect, useState } from "react";

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

// extensions/src/backend/use-page-answer.ts
var TIMEOUT_MS = 1e4;
var POLL_MS = 6e4;
function usePageAnswer(url) {
  const [state, setState] = useState({
    answer: null,
    problem: null,
    settled: 0
  });
  const reload = useCallback(() => {
    void readAnswer(() => hubspot.fetch(url, { timeout: TIMEOUT_MS })).then(
      (outcome) => setState(
        ({ answer, settled }) => outcome.kind === "answered" ? { answer: outcome.answer, problem: null, settled: settled + 1 } : { answer, problem: outcome.message, settled: settled + 1 }
      )
    );
  }, [url]);
  useEffect(reload, [reload]);
  useEffect(() => {
    const timer = setTimeout(reload, POLL_MS);
    return () => clearTimeout(timer);
  }, [reload, state.settled]);
  return { ...state, reload };
}

// extensions/src/home/Health.tsx
import { Accordion, Alert, Flex as Flex2, List, Statistics, StatisticsItem, Text as Text3 } from "@hubspot/ui-extensions";

// extensions/src/home/ToldTable.tsx
import { Flex, Heading, Text as Text2 } from "@hubspot/ui-extensions";

// extensions/src/parts/Rows.tsx
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from "@hubspot/ui-extensions";
import { jsx, jsxs } from "react/jsx-runtime";
var Rows = ({ head, rows, empty }) => rows.length === 0 ? /* @__PURE__ */ jsx(Text, { children: empty }) : /* @__PURE__ */ jsxs(Table, { bordered: true, children: [
  /* @__PURE__ */ jsx(TableHead, { children: /* @__PURE__ */ jsx(TableRow, { children: head.map((text) => /* @__PURE__ */ jsx(TableHeader, { children: text }, text)) }) }),
  /* @__PURE__ */ jsx(TableBody, { children: rows.map((cells, row) => (
    // Rows come whole and in order, and two of them may say the same.
    /* @__PURE__ */ jsx(TableRow, { children: cells.map((text, column) => /* @__PURE__ */ jsx(TableCell, { children: text }, head[column])) }, row)
  )) })
] });

// extensions/src/home/ToldTable.tsx
import { jsx as jsx2, jsxs as jsxs2 } from "react/jsx-runtime";
var ToldTable = ({
  table: { title, note, head, rows, empty },
  formats
}) => /* @__PURE__ */ jsxs2(Flex, { direction: "column", gap: "xs", children: [
  /* @__PURE__ */ jsx2(Heading, { children: title }),
  note !== "" && /* @__PURE__ */ jsx2(Text2, { variant: "microcopy", children: note }),
  /* @__PURE__ */ jsx2(
    Rows,
    {
      head,
      rows: rows.map((cells) => cells.map((cell) => typeof cell === "string" ? cell : formats.day(cell.day))),
      empty
    }
  )
] });

// extensions/src/home/Health.tsx
import { jsx as jsx3, jsxs as jsxs3 } from "react/jsx-runtime";
var Health = ({ answer, formats }) => /* @__PURE__ */ jsxs3(Flex2, { direction: "column", gap: "md", testId: "health", children: [
  /* @__PURE__ */ jsx3(Statistics, { children: answer.glance.map(({ label, number }) => /* @__PURE__ */ jsx3(StatisticsItem, { label, number: formats.number(number) }, label)) }),
  answer.attention.length === 0 ? /* @__PURE__ */ jsx3(Alert, { title: "Nothing stands out", variant: "success" }) : /* @__PURE__ */ jsx3(Alert, { title: "What stands out", variant: "warning", children: /* @__PURE__ */ jsx3(List, { variant: "unordered-styled", children: answer.attention.map((text) => /* @__PURE__ */ jsx3(Text3, { children: text }, text)) }) }),
  /* @__PURE__ */ jsx3(Text3, { variant: "microcopy", children: `Rates are told from 20 on, with their 95 % interval. Everybody was counted ${formats.moment(answer.countedAt)}.` }),
  answer.groups.map(({ id, label, tables }, place) => /* @__PURE__ */ jsx3(Accordion, { title: label, defaultOpen: place === 0, children: /* @__PURE__ */ jsx3(Flex2, { direction: "column", gap: "md", children: tables.map((table) => /* @__PURE__ */ jsx3(ToldTable, { table, formats }, table.title)) }) }, id))
] });

// extensions/src/home/Model.tsx
import { Accordion as Accordion2, Flex as Flex3, Heading as Heading2, List as List2, StatusTag, Text as Text4 } from "@hubspot/ui-extensions";
import { jsx as jsx4, jsxs as jsxs4 } from "react/jsx-runtime";
var Model = ({ answer }) => /* @__PURE__ */ jsxs4(Flex3, { direction: "column", gap: "md", children: [
  /* @__PURE__ */ jsx4(Heading2, { children: "Stages" }),
  answer.stages.map((stage) => /* @__PURE__ */ jsx4(Stage, { stage }, stage.id)),
  /* @__PURE__ */ jsx4(Heading2, { children: "Rules" }),
  answer.parts.map((part) => /* @__PURE__ */ jsx4(Part, { part }, part.label))
] });
var Stage = ({ stage: { id, label, owner, sentences } }) => /* @__PURE__ */ jsxs4(Flex3, { direction: "column", gap: "xs", children: [
  /* @__PURE__ */ jsxs4(Flex3, { direction: "row", gap: "sm", align: "center", children: [
    /* @__PURE__ */ jsx4(Text4, { format: { fontWeight: "bold" }, children: label === id ? label : `${label} (${id})` }),
    owner !== "" && /* @__PURE__ */ jsx4(StatusTag, { variant: "default", children: owner })
  ] }),
  sentences.length === 0 ? /* @__PURE__ */ jsx4(Text4, { variant: "microcopy", children: "Nothing is said about this stage yet." }) : sentences.map((text) => /* @__PURE__ */ jsx4(Text4, { children: text }, text))
] });
var Part = ({ part: { label, sentences } }) => /* @__PURE__ */ jsx4(Accordion2, { title: label, size: "small", children: /* @__PURE__ */ jsx4(List2, { variant: "unordered-styled", children: sentences.map((text) => /* @__PURE__ */ jsx4(Text4, { children: text }, text)) }) });

// extensions/src/home/Print.tsx
import { Button, Flex as Flex4, LoadingButton, Text as Text5 } from "@hubspot/ui-extensions";
import { useState as useState2 } from "react";

// extensions/src/settings/backend/settings-api.ts
import { hubspot as hubspot2 } from "@hubspot/ui-extensions";
var TIMEOUT_MS2 = 12e3;
function send(url, fields) {
  const body = { key: crypto.randomUUID(), ...fields };
  return readAnswer(() => hubspot2.fetch(url, { method: "POST", body, timeout: TIMEOUT_MS2 }));
}

// extensions/src/home/Print.tsx
import { jsx as jsx5, jsxs as jsxs5 } from "react/jsx-runtime";
var Print = ({ url, formats }) => {
  const [outcome, setOutcome] = useState2(null);
  const ask = () => {
    setOutcome("asking");
    void send(`${url}/print`, {}).then(setOutcome);
  };
  if (outcome !== null && outcome !== "asking" && outcome.kind === "answered")
    return /* @__PURE__ */ jsxs5(Flex4, { direction: "row", gap: "sm", align: "center", children: [
      /* @__PURE__ */ jsx5(
        Button,
        {
          href: { url: outcome.answer.url, external: true },
          variant: "primary",
          onClick: () => setOutcome(null),
          testId: "open-print",
          children: "Open the page to print"
        }
      ),
      /* @__PURE__ */ jsx5(Text5, { variant: "microcopy", children: `It opens once, until ${formats.moment(outcome.answer.expiresAt)}.` })
    ] });
  return /* @__PURE__ */ jsxs5(Flex4, { direction: "row", gap: "sm", align: "center", children: [
    /* @__PURE__ */ jsx5(LoadingButton, { loading: outcome === "asking", onClick: ask, testId: "print", children: "Print or save" }),
    outcome !== null && outcome !== "asking" && /* @__PURE__ */ jsx5(Text5, { children: outcome.message })
  ] });
};

// extensions/src/parts/CardFrame.tsx
import { Button as Button2, ErrorState, Flex as Flex5, LoadingSpinner, Text as Text6 } from "@hubspot/ui-extensions";

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
import { jsx as jsx6, jsxs as jsxs6 } from "react/jsx-runtime";
var NoBackend = () => /* @__PURE__ */ jsx6(ErrorState, { title: "This card is not connected yet", children: /* @__PURE__ */ jsx6(Text6, { children: "The HubSpot project was uploaded without API_ORIGIN. Upload it again with a profile that sets it." }) });

// extensions/src/HomePage.tsx
import { jsx as jsx7, jsxs as jsxs7 } from "react/jsx-runtime";
function HomePage(api) {
  const origin = backendOrigin(api.context);
  return origin === void 0 ? /* @__PURE__ */ jsx7(NoBackend, {}) : /* @__PURE__ */ jsx7(Home, { ...api, url: `${origin}/extension/v1/model` });
}
function Home({ context, url }) {
  const { answer, problem, reload } = usePageAnswer(url);
  if (!answer)
    return problem === null ? /* @__PURE__ */ jsx7(LoadingSpinner2, { label: "Loading", layout: "centered" }) : /* @__PURE__ */ jsxs7(ErrorState2, { title: "The model could not be loaded", children: [
      /* @__PURE__ */ jsx7(Text7, { children: problem }),
      /* @__PURE__ */ jsx7(Button3, { onClick: reload, testId: "try-again", children: "Try again" })
    ] });
  const formats = formatsOf(context, answer.zone);
  return /* @__PURE__ */ jsxs7(Flex6, { direction: "column", gap: "md", children: [
    /* @__PURE__ */ jsx7(Text7, { variant: "microcopy", testId: "published", children: `Version ${answer.version}, published ${formats.moment(answer.publishedAt)} by ${answer.publishedBy}: ${sentence(answer.why)}` }),
    /* @__PURE__ */ jsx7(Print, { url, formats }),
    /* @__PURE__ */ jsxs7(Tabs, { defaultSelected: "model", testId: "tabs", children: [
      /* @__PURE__ */ jsx7(Tab, { tabId: "model", title: "Model", children: /* @__PURE__ */ jsx7(Model, { answer }) }),
      /* @__PURE__ */ jsx7(Tab, { tabId: "health", title: "Health", children: /* @__PURE__ */ jsx7(Health, { answer, formats }) })
    ] }),
    problem !== null && /* @__PURE__ */ jsx7(Text7, { variant: "microcopy", children: `As of ${formats.moment(answer.now)}; could not be refreshed. ${sentence(problem)}` })
  ] });
}

// extensions/src/HomePage.entry.tsx
import { jsx as jsx8 } from "react/jsx-runtime";
hubspot3.extend((api) => /* @__PURE__ */ jsx8(HomePage, { ...api }));
