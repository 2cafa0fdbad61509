package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
)

// A project copied in the middle of a save, without its journal, is a database
// whose every page and row may be sound, of which some are from before the
// save and some from after. So each save ends by sealing the seals of all
// rows: only whole saves have one that holds.

// wholeName is the setting that the seal of everything lies under. It is not
// among a Content's settings.
const wholeName = ".whole"

// wholeSeal is the seal of all rows but its own.
func wholeSeal(ctx context.Context, conn *sql.Conn) (string, error) {
	h := sha256.New()
	for _, query := range []string{
		`SELECT seal FROM article ORDER BY number`,
		`SELECT seal FROM decision ORDER BY number`,
		`SELECT seal FROM place ORDER BY thing`,
		`SELECT seal FROM setting WHERE name <> '` + wholeName + `' ORDER BY name`,
		`SELECT seal FROM view ORDER BY name`,
		`SELECT seal FROM note ORDER BY name`,
	} {
		l := loader{ctx: ctx, conn: conn}
		n := 0
		err := l.each(query, func(rows *sql.Rows) error {
			var s string
			if err := rows.Scan(&s); err != nil {
				return err
			}
			n++
			_, err := fmt.Fprintf(h, "%q ", s)
			return err
		})
		if err != nil {
			return "", err
		}
		if _, err := fmt.Fprintf(h, "%d\n", n); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16]), nil
}

// sealWhole ends a save.
func (w writer) sealWhole() error {
	sum, err := wholeSeal(context.Background(), w.conn)
	if err != nil {
		return err
	}
	return w.exec(`INSERT OR REPLACE INTO setting (name, value, seal) VALUES (?, ?, ?)`, wholeName, sum, seal(wholeName, sum))
}

// whole notes if what was read is no whole save.
func (l *loader) whole() error {
	want, sealed := l.content.Settings[wholeName]
	if !sealed && l.version == 1 {
		l.unsealed = true // the first Byline knew no such seal
		return nil
	}
	delete(l.content.Settings, wholeName)
	have, err := wholeSeal(l.ctx, l.conn)
	if err != nil {
		return err
	}
	if want == have || len(l.problems) > 0 {
		return nil // a row that is not as it was saved is told by its name
	}
	l.problem("This is no whole save: the project seems to have been copied while it was being saved, and parts of its last change may be missing.")
	return nil
}
