package command

import (
	"context"
	"iter"
)

// inOrder does work on all items with so many workers and hands the results
// to take in the order of the items. At most twice as many items as workers
// are held at a time, so that a stream without end needs no more memory than a
// short one. It returns the first error of take, or the context's; workers in
// the middle of an item are left behind then.
func inOrder[T, R any](ctx context.Context, workers int, items iter.Seq[T], work func(T) R, take func(R) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type job struct {
		item   T
		result chan R
	}
	workers = max(workers, 1)
	jobs, pending := make(chan job), make(chan chan R, workers)
	go func() {
		defer close(pending)
		defer close(jobs)
		for item := range items {
			j := job{item, make(chan R, 1)}
			select {
			case pending <- j.result:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- j:
			case <-ctx.Done():
				return
			}
		}
	}()
	for range workers {
		go func() {
			for j := range jobs {
				j.result <- work(j.item)
			}
		}()
	}
	for {
		var result chan R
		var more bool
		select {
		case result, more = <-pending:
		case <-ctx.Done():
			return ctx.Err()
		}
		if !more {
			return ctx.Err()
		}
		select {
		case r := <-result:
			if err := whole(ctx, r, take); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// whole hands on a result that was not cut short by the end of ctx.
func whole[R any](ctx context.Context, r R, take func(R) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return take(r)
}
