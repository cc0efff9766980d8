/** Both deeds are about jobs that were given up, and somebody else may have been quicker. */
export const notDead =
  'Dieser Auftrag ist nicht mehr aufgegeben: Er läuft schon wieder, oder jemand hat ihn verworfen. Geändert wurde nichts.'
