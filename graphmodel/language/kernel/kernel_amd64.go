package kernel

import "golang.org/x/sys/cpu"

// avx2 works with 256-bit registers and fused multiply-add.
type avx2 struct{}

func (avx2) Name() string { return "avx2" }

// fastest returns the AVX2 kernel if the processor has what it needs.
func fastest() Kernel {
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		return avx2{}
	}
	return nil
}

const (
	tileRows = 6
	// blockRows is how many rows go through one panel of a matrix before the
	// next: the panel then stays in the nearest cache.
	blockRows = 8 * tileRows
	// widePanels is how many panels rowWide takes at a time.
	widePanels = 4
)

func (k avx2) Apply(d *Dense, x []float32, stride, rows int, y []float32) {
	if rows <= 0 {
		return
	}
	_, _ = x[(rows-1)*stride+d.in-1], y[rows*d.out-1] // the assembler checks nothing
	if rows < tileRows {
		for r := range rows {
			k.row(d, &x[r*stride], y[r*d.out:(r+1)*d.out])
		}
		return
	}
	for from := 0; from < rows; from += blockRows {
		to := min(from+blockRows, rows)
		for p := 0; p < d.out; p += Lanes {
			w, b := &d.w[p*d.in], &d.b[p]
			for r := from; r < to; r += tileRows {
				// The last tile steps back over rows that are done: they
				// come out the same again.
				s := min(r, rows-tileRows)
				tile6(d.in, &x[s*stride], stride*4, w, b, &y[s*d.out+p], d.out*4)
			}
		}
	}
}

func (avx2) row(d *Dense, x *float32, y []float32) {
	p := 0
	for ; p+widePanels*Lanes <= d.out; p += widePanels * Lanes {
		rowWide(d.in, x, &d.w[p*d.in], &d.b[p], &y[p])
	}
	for ; p < d.out; p += Lanes {
		rowNarrow(d.in, x, &d.w[p*d.in], &d.b[p], &y[p])
	}
}

func (avx2) MaxoutNorm(n *Norm, pieces, residual, out []float32) {
	_, _, _ = pieces[Pieces*Width-1], residual[Width-1], out[Width-1]
	_, _ = n.Gain[Width-1], n.Bias[Width-1]
	maxoutNorm(&pieces[0], &n.Gain[0], &n.Bias[0], &residual[0], &out[0])
}

func (avx2) HiddenLayer(table []float32, offsets []int, biases, out []float32) {
	for _, at := range offsets {
		_, _ = table[at], table[at+2*Hidden-1]
	}
	_, _ = biases[2*Hidden-1], out[Hidden-1]
	if len(offsets) == 0 {
		plain{}.HiddenLayer(table, offsets, biases, out)
		return
	}
	hiddenLayer(&table[0], &offsets[0], len(offsets), &biases[0], &out[0])
}

func (avx2) Gather(table []float32, rows [4]uint32, out []float32) {
	a, b := &table[int(rows[0])*Width:][:Width][0], &table[int(rows[1])*Width:][:Width][0]
	c, d := &table[int(rows[2])*Width:][:Width][0], &table[int(rows[3])*Width:][:Width][0]
	gather4(a, b, c, d, &out[:Width][0])
}

// tile6 writes six rows of one panel: in inputs a row, the rows of x and y
// xBytes and yBytes apart.
//
//go:noescape
func tile6(in int, x *float32, xBytes int, w, b, y *float32, yBytes int)

// rowWide writes one row of four panels that lie one behind the other.
//
//go:noescape
func rowWide(in int, x, w, b, y *float32)

// rowNarrow writes one row of one panel.
//
//go:noescape
func rowNarrow(in int, x, w, b, y *float32)

//go:noescape
func maxoutNorm(pieces, gain, bias, residual, out *float32)

//go:noescape
func hiddenLayer(table *float32, offsets *int, n int, biases, out *float32)

//go:noescape
func gather4(a, b, c, d, out *float32)
