/** What the programmes are, in our words; dates and sums are the office's to add. */
export const securityText = `Wie sicher ist Ihr Rathaus? Fragen in einfacher Sprache, ein Besuch vor Ort und ein Bericht, mit dem Ihr Rat entscheiden kann, zeigen es.

## Wie es geht

- Ihre Verwaltung beantwortet die Fragen im Portal, allein oder mit Kolleginnen und Kollegen.
- Ein beauftragtes Prüfhaus sieht sich die Antworten an und kommt zu Ihnen.
- Am Ende stehen ein Ergebnis, das beide Seiten unterschreiben, und eine Liste, was als Erstes zu tun ist.

Ihre Antworten sieht nur Ihre Kommune und wen sie dafür zulässt.`

export const guideText = `Unsere Lotsinnen und Lotsen kommen zu Ihnen, und Ihre Beschäftigten werden Digital-Navigatoren: Menschen im Rathaus, die Neues voranbringen.

## Wie es geht

- Sie benennen, wer bei Ihnen Navigatorin oder Navigator werden soll.
- Wir bilden aus und beraten, in Kursen und in Ihrem Haus.
- Gemeinsam entsteht ein Plan, den Ihr Rat beschließen kann.`

export const procurementText = `Läuft ein Vertrag aus? Andere haben dasselbe Problem. Wir bündeln den Bedarf, schreiben aus und verhandeln für alle, die mitmachen.

## Wie es geht

- Sie melden, was Sie brauchen und bis wann.
- Wir fassen zusammen, was zusammenpasst, und schreiben aus.
- Sie rufen ab, ohne selbst auszuschreiben.`
