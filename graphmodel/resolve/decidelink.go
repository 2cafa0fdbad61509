package resolve

import (
	"byline/graphmodel"
)

// aboutLink applies a decision about a link.
func (r *resolver) aboutLink(d graphmodel.Decision) error {
	meant, err := r.meantClaims(d)
	if err != nil {
		return err
	}
	for _, i := range meant {
		c := &r.claims.list[i]
		switch d.Act {
		case graphmodel.ActReject:
			c.rejected = true
		case graphmodel.ActRestore:
			c.rejected = false
		case graphmodel.ActConfirm:
			c.rejected = false
			c.change(func(e *graphmodel.Evidence) { e.Confirmed = true })
		default:
			return errUnknown
		}
	}
	return nil
}

// change changes what the claim's sentence says.
func (c *claim) change(change func(*graphmodel.Evidence)) {
	for i := range c.evidence {
		change(&c.evidence[i])
	}
}
