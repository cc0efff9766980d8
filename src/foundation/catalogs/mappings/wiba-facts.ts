/**
 * Which requirements of IT-Grundschutz 2023 the questions of WiBA 2.0 name: list, number, requirement ids. Bare facts of the publication
 * of the BSI (columns "Checkliste", "Nr.", "Anforderungen"); its texts are BSI's and stand only in the workbook that is imported.
 */
const questions: Record<string, string> = {
  BAK: `
    1 CON.3.A1
    2 CON.3.A2
    3 CON.3.A2
    4 CON.3.A1 CON.3.A4
    5 CON.3.A4
    6 CON.3.A2
    7 CON.3.A15`,
  ADM: `
    1 OPS.1.1.1.A4
    2
    3 OPS.1.1.2.A4
    4 OPS.1.1.1.A2 OPS.1.1.2.A5
    5 OPS.1.1.2.A6
    6 OPS.1.1.2.A6
    7 OPS.1.1.2.A22
    8 OPS.1.1.1.A1
    9 DER.1.A12
    10 OPS.1.1.3.A1
    11 OPS.1.1.3.A3 SYS.2.1.A3
    12 OPS.1.1.3.A15
    13 OPS.1.1.3.A1
    14 OPS.1.1.3.A1
    15 OPS.1.1.3.A15
    16 OPS.1.2.5.A1
    17 OPS.1.2.5.A2 SYS.2.2.3.A18
    18 OPS.1.2.5.A3
    19 OPS.1.2.5.A3
    20 OPS.1.2.5.A3
    21 OPS.1.2.5.A3 OPS.1.2.5.A8
    22 OPS.1.2.5.A5`,
  ORG: `
    1 ORP.1.A2
    2
    3 ORP.1.A2
    4 OPS.1.1.2.A22 ORP.1.A2
    5 ORP.2.A15
    6 ORP.2.A3
    7 ORP.1.A4
    8 ORP.1.A15
    9 ORP.1.A15
    10 ORP.2.A1 ORP.2.A14 ORP.2.A4
    11 ORP.1.A3 ORP.2.A4
    12 ORP.2.A2 ORP.2.A4
    13 ORP.2.A2
    14 ORP.3.A1
    15 ORP.3.A1
    16 ORP.3.A3
    17 ORP.3.A3
    18 ORP.2.A14`,
  RBA: `
    1 ORP.4.A1
    2 ORP.4.A1 ORP.4.A6 ORP.4.A7
    3 ORP.4.A1 ORP.4.A2
    4 OPS.1.1.1.A2 ORP.4.A1 SYS.2.1.A16
    5 OPS.1.1.2.A21 ORP.4.A2 SYS.1.5.A2
    6 ORP.4.A2
    7 ORP.4.A3
    8 ORP.4.A5
    9 ORP.4.A6 ORP.4.A7
    10 ORP.4.A5 ORP.4.A6 ORP.4.A7
    11 ORP.4.A5 ORP.4.A6
    12 ORP.4.A5
    13 ORP.4.A8
    14 ORP.4.A9 SYS.1.1.A2
    15 CON.1.A4 ORP.4.A23 ORP.4.A9
    16 ORP.4.A23`,
  VSV: `
    1 DER.2.1.A1
    2 DER.2.1.A2
    3 DER.2.1.A3
    4 DER.2.1.A3
    5 DER.2.1.A3
    6 DER.2.1.A5
    7 DER.2.1.A5`,
  BSW: `
    1 APP.6.A1
    2 APP.6.A3
    3 APP.6.A4
    4 APP.6.A4
    5 APP.1.1.A2
    6 APP.1.1.A3
    7 APP.1.1.A3
    8 APP.1.1.A12
    9 APP.1.1.A12
    10 APP.1.1.A13
    11
    12 APP.1.2.A2
    13 APP.1.2.A3
    14 APP.1.2.A6
    15 APP.1.2.A13
    16 APP.5.3.A1
    17 APP.5.3.A1
    18 APP.5.3.A1
    19 APP.5.3.A1`,
  CLI: `
    1 SYS.2.1.A1
    2 SYS.2.1.A1
    3 SYS.2.1.A1
    4 SYS.2.1.A6 SYS.2.5.A3
    5 SYS.2.1.A8
    6 SYS.2.1.A16 SYS.2.1.A8
    7 SYS.2.1.A16 SYS.2.1.A42
    8 APP.6.A3
    9 SYS.2.1.A24 SYS.4.5.A1
    10 SYS.2.1.A24
    11 SYS.2.1.A27
    12 SYS.2.1.A27
    13 SYS.2.1.A28 SYS.3.1.A13`,
  NET: `
    1 NET.1.1.A2
    2 NET.1.1.A2
    3 NET.1.1.A9
    4 NET.1.1.A4 NET.1.1.A8
    5 NET.1.1.A4
    6 NET.1.1.A5
    7 NET.1.1.A10
    8 NET.1.1.A8
    9 INF.10.A6 NET.1.1.A5
    10 NET.1.2.A9
    11 NET.1.1.A21
    12 NET.1.2.A7
    13 NET.1.2.A8 NET.3.2.A22 SYS.1.5.A7
    14 NET.2.1.A1 NET.2.2.A1
    15 NET.2.2.A1
    16 NET.2.2.A2
    17 NET.2.2.A3
    18 NET.2.1.A2 NET.2.1.A3
    19 NET.2.1.A4
    20 NET.2.1.A5
    21 NET.3.1.A4
    22 NET.3.1.A1
    23 NET.3.1.A1
    24 NET.1.1.A8
    25 NET.1.1.A11 NET.3.3.A7 SYS.3.1.A9
    26 NET.3.3.A7`,
  SRV: `
    1 SYS.1.1.A1
    2 SYS.1.1.A1
    3 APP.3.3.A15 SYS.1.1.A1
    4 SYS.1.1.A6
    5 SYS.1.1.A15
    6 SYS.1.5.A2
    7 SYS.1.5.A3
    8 SYS.1.5.A12
    9 APP.5.3.A2
    10 APP.5.3.A2
    11 APP.5.3.A2
    12 APP.5.3.A2
    13 APP.5.3.A2
    14 APP.5.3.A4
    15 APP.5.3.A4
    16 APP.3.3.A3
    17 APP.3.3.A15
    18 APP.3.3.A8
    19 APP.2.1.A5
    20 APP.2.2.A6
    21 APP.2.2.A5
    22 APP.2.2.A16
    23 SYS.1.2.3.A1
    24 SYS.1.2.3.A2
    25 SYS.1.2.3.A4
    26 SYS.1.9.A4
    27 SYS.1.9.A7
    28 SYS.1.9.A12
    29 APP.3.6.A8
    30 APP.3.6.A2
    31 APP.3.6.A4
    32 APP.3.6.A3
    33 APP.3.6.A3
    34 APP.3.6.A4
    35 APP.3.6.A6`,
  SRR: `
    1 INF.2.A1 INF.5.A4
    2 INF.2.A2
    3
    4 INF.2.A5
    5 INF.2.A6 INF.5.A3
    6 INF.2.A8
    7 INF.2.A9
    8 INF.5.A7
    9 INF.6.A1
    10 INF.6.A2
    11 INF.6.A3`,
  SIM: `
    1 OPS.1.1.4.A3
    2 OPS.1.1.4.A5
    3 APP.5.3.A1
    4 OPS.1.1.4.A6
    5 OPS.1.1.4.A3
    6 OPS.1.1.4.A2
    7 SYS.2.1.A6
    8 NET.4.1.A5 OPS.1.1.5.A3 SYS.1.1.A10
    9 OPS.1.1.5.A4
    10 OPS.1.1.5.A5`,
  WEB: `
    1
    2 APP.3.2.A1
    3 APP.3.2.A1
    4 APP.3.2.A2
    5 APP.3.2.A2
    6 APP.3.2.A2
    7 APP.3.2.A2
    8 APP.3.2.A3
    9 APP.3.2.A4
    10 APP.3.2.A5
    11 APP.3.2.A11
    12 APP.3.1.A1
    13 APP.3.1.A1
    14 APP.3.1.A4
    15 APP.3.1.A14
    16 APP.3.1.A14`,
  AAI: `
    1 INF.8.A2 INF.9.A2 SYS.4.5.A5
    2 INF.8.A2
    3 INF.11.A3 INF.9.A2
    4 INF.9.A1
    5 INF.8.A1
    6 INF.11.A3
    7 INF.9.A4
    8 INF.8.A5 INF.9.A6 SYS.4.1.A22
    9 INF.11.A10 INF.11.A2
    10 INF.11.A3`,
  AII: `
    1 INF.7.A1
    2 INF.1.A9
    3 INF.10.A1
    4 INF.1.A6 INF.10.A3 INF.7.A2
    5 INF.1.A6 INF.7.A2
    6
    7 INF.1.A3`,
  MOB: `
    1 SYS.3.1.A1 SYS.3.2.1.A1
    2 SYS.3.3.A2
    3 INF.9.A5 SYS.3.1.A12 SYS.3.3.A3 SYS.4.5.A2
    4 SYS.3.3.A2
    5 INF.9.A2 OPS.1.2.4.A5 SYS.3.1.A6 SYS.3.3.A3
    6 SYS.3.3.A3
    7 SYS.3.1.A3
    8 SYS.3.2.1.A3
    9 SYS.3.2.1.A4
    10 SYS.3.2.1.A4
    11 SYS.3.2.1.A4
    12 SYS.3.2.1.A5
    13 SYS.3.2.1.A6
    14 SYS.3.2.1.A6
    15 SYS.3.2.1.A8
    16 SYS.4.5.A4
    17 SYS.4.5.A10
    18 SYS.4.5.A12`,
  OUT: `
    1 OPS.2.3.A4
    2 OPS.2.2.A3 OPS.2.3.A2
    3 OPS.2.3.A14
    4 OPS.2.2.A2
    5 OPS.2.2.A4
    6 OPS.2.2.A9`,
  INF: `
    1 CON.9.A2
    2 CON.9.A1
    3 CON.6.A1
    4 CON.6.A2
    5 CON.6.A2
    6 INF.9.A5`,
  DRU: `
    1 SYS.4.1.A1
    2 SYS.4.1.A1 SYS.4.1.A2
    3 SYS.4.1.A14
    4 SYS.4.1.A2
    5 SYS.4.1.A22
    6 SYS.4.1.A18`,
  TEL: `
    1 NET.4.1.A18
    2 NET.4.1.A8
    3 NET.4.3.A1
    4 NET.4.3.A2`,
}

const byId = new Map<string, readonly string[]>(
  Object.entries(questions).flatMap(([code, text]) =>
    text
      .trim()
      .split('\n')
      .map((line) => {
        const [number, ...requirements] = line.trim().split(' ')
        return [`${code}.${number}`, requirements]
      }),
  ),
)

const countByList = new Map(Object.entries(questions).map(([code, text]) => [code, text.trim().split('\n').length]))

/** The requirement ids of a question such as "BAK.1"; six of them have none. */
export const wibaRequirements = (id: string): readonly string[] => byId.get(id) ?? []

/** How many questions a list has, by its short code. */
export const wibaQuestionCount = (code: string): number | undefined => countByList.get(code)
