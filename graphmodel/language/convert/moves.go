package convert

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/vmihailenco/msgpack/v5"
)

// move is one class of a transition system: what it does and with which
// label.
type move struct {
	Action int    `json:"action"`
	Label  string `json:"label"`
}

// readMoves returns the classes in order. The file lists, by number of the
// action, the labels with their frequencies; its order is the classes' order,
// so that a Go map, which has none, would not do.
func readMoves(file []byte) ([]move, error) {
	var outer struct {
		Moves string `msgpack:"moves"`
	}
	if err := msgpack.Unmarshal(file, &outer); err != nil {
		return nil, fmt.Errorf("reading the moves: %w", err)
	}
	tokens := json.NewDecoder(bytes.NewReader([]byte(outer.Moves)))
	var moves []move
	err := object(tokens, func(action string) error {
		number, err := strconv.Atoi(action)
		if err != nil {
			return fmt.Errorf("the action %q is no number", action)
		}
		return object(tokens, func(label string) error {
			moves = append(moves, move{number, label})
			_, err := tokens.Token() // the frequency
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("reading the moves: %w", err)
	}
	return moves, nil
}

// object calls value for each key of the JSON object that comes next; value
// reads what belongs to the key.
func object(d *json.Decoder, value func(key string) error) error {
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return fmt.Errorf("an object should begin at %v: %w", t, err)
	}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return err
		}
		key, ok := t.(string)
		if !ok {
			return fmt.Errorf("%v is no key", t)
		}
		if err := value(key); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}
