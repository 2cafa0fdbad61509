package extract

import "context"

// InTurn does the passes of a stage one after the other. Once ctx is done it
// leaves out those that are left: the stage's work is unfinished then and must
// be thrown away.
func InTurn(ctx context.Context, passes ...func()) {
	for _, pass := range passes {
		if ctx.Err() != nil {
			return
		}
		pass()
	}
}
