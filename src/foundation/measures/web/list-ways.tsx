import { measureRoutes as routes } from '../routes.ts'
import { type ListFilter, listHref } from './filter.ts'

/** From the list to the board and back, to what is new, and out as a workbook. */
export const ListWays = ({
  here,
  filter: { stand: _, ab: __, ...filter },
  isOwn,
  mayKeep,
}: {
  here: 'list' | 'board'
  filter: ListFilter
  isOwn: boolean
  mayKeep: boolean
}) => (
  <ul class="lw-row">
    {mayKeep && (
      <li>
        <a class="kern-btn kern-btn--primary kern-btn--x-small" href={routes.add.href()}>
          <span class="kern-label">Maßnahme anlegen</span>
        </a>
      </li>
    )}
    {isOwn && (
      <li>
        {here === 'list' ? (
          <a class="lw-link" href={listHref(routes.board.href(), filter)}>
            Als Tafel ansehen
          </a>
        ) : (
          <a class="lw-link" href={listHref(routes.list.href(), filter)}>
            Als Liste ansehen
          </a>
        )}
      </li>
    )}
    <li>
      <a class="lw-link" href={routes.templates.href()}>
        Vorlagen
      </a>
    </li>
    {isOwn && (
      <li>
        <a class="lw-link" href={routes.workbook.href()} download>
          Als Tabelle (XLSX)
        </a>
      </li>
    )}
    {mayKeep && (
      <li>
        <a class="lw-link" href={routes.load.href()}>
          Tabelle einlesen
        </a>
      </li>
    )}
  </ul>
)
