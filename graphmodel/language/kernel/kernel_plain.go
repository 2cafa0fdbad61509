package kernel

import "math"

// plain works in Go. Its inner loop takes four rows and two outputs at a
// time: so each value loaded is used more than once, and eight sums that do
// not wait for each other keep the processor busy.
type plain struct{}

func (plain) Name() string { return "plain" }

const plainRows = 4

func (plain) Apply(d *Dense, x []float32, stride, rows int, y []float32) {
	r := 0
	for ; r+plainRows <= rows; r += plainRows {
		plainTile(d, x[r*stride:], stride, y[r*d.out:])
	}
	for ; r < rows; r++ {
		plainRow(d, x[r*stride:r*stride+d.in], y[r*d.out:(r+1)*d.out])
	}
}

// plainTile works on four rows.
func plainTile(d *Dense, x []float32, stride int, y []float32) {
	n := d.in
	x0, x1 := x[:n], x[stride:stride+n]
	x2, x3 := x[2*stride:2*stride+n], x[3*stride:3*stride+n]
	y0, y1 := y[:d.out], y[d.out:2*d.out]
	y2, y3 := y[2*d.out:3*d.out], y[3*d.out:4*d.out]
	for o := 0; o < d.out; o += 2 {
		w := d.w[o/Lanes*n*Lanes+o%Lanes:]
		b0, b1 := d.b[o], d.b[o+1]
		s00, s01, s10, s11, s20, s21, s30, s31 := b0, b1, b0, b1, b0, b1, b0, b1
		for i, at := 0, 0; i < n; i, at = i+1, at+Lanes {
			w0, w1 := w[at], w[at+1]
			v := x0[i]
			s00 += v * w0
			s01 += v * w1
			v = x1[i]
			s10 += v * w0
			s11 += v * w1
			v = x2[i]
			s20 += v * w0
			s21 += v * w1
			v = x3[i]
			s30 += v * w0
			s31 += v * w1
		}
		y0[o], y0[o+1] = s00, s01
		y1[o], y1[o+1] = s10, s11
		y2[o], y2[o+1] = s20, s21
		y3[o], y3[o+1] = s30, s31
	}
}

// plainRow works on one row, eight outputs at a time.
func plainRow(d *Dense, x, y []float32) {
	for o := 0; o < d.out; o += 8 {
		w := d.w[o/Lanes*d.in*Lanes+o%Lanes:]
		b := d.b[o : o+8]
		s0, s1, s2, s3, s4, s5, s6, s7 := b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]
		for i, v := range x {
			c := (*[8]float32)(w[i*Lanes:])
			s0 += v * c[0]
			s1 += v * c[1]
			s2 += v * c[2]
			s3 += v * c[3]
			s4 += v * c[4]
			s5 += v * c[5]
			s6 += v * c[6]
			s7 += v * c[7]
		}
		c := (*[8]float32)(y[o:])
		c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7] = s0, s1, s2, s3, s4, s5, s6, s7
	}
}

func (plain) MaxoutNorm(n *Norm, pieces, residual, out []float32) {
	var v [Width]float32
	p0, p1, p2 := pieces[:Width], pieces[Width:2*Width], pieces[2*Width:3*Width]
	var s0, s1 float32
	for i := 0; i < Width; i += 2 {
		v[i] = max(p0[i], p1[i], p2[i])
		v[i+1] = max(p0[i+1], p1[i+1], p2[i+1])
		s0 += v[i]
		s1 += v[i+1]
	}
	mean := (s0 + s1) / Width
	s0, s1 = 0, 0
	for i := 0; i < Width; i += 2 {
		a, b := v[i]-mean, v[i+1]-mean
		v[i], v[i+1] = a, b
		s0 += a * a
		s1 += b * b
	}
	scale := float32(1 / math.Sqrt(float64((s0+s1)/Width+epsilon)))
	gain, bias := n.Gain[:Width], n.Bias[:Width]
	residual, out = residual[:Width], out[:Width]
	for i, a := range v {
		out[i] = residual[i] + (a*scale*gain[i] + bias[i])
	}
}

func (plain) HiddenLayer(table []float32, offsets []int, biases, out []float32) {
	var sum [2 * Hidden]float32
	copy(sum[:], biases[:2*Hidden])
	for _, at := range offsets {
		row := (*[2 * Hidden]float32)(table[at:])
		for j, v := range row {
			sum[j] += v
		}
	}
	out = out[:Hidden]
	for j := range out {
		out[j] = max(sum[j], sum[Hidden+j])
	}
}

func (plain) Gather(table []float32, rows [4]uint32, out []float32) {
	a := (*[Width]float32)(table[int(rows[0])*Width:])
	b := (*[Width]float32)(table[int(rows[1])*Width:])
	c := (*[Width]float32)(table[int(rows[2])*Width:])
	d := (*[Width]float32)(table[int(rows[3])*Width:])
	out = out[:Width]
	for i := range out {
		out[i] = a[i] + b[i] + c[i] + d[i]
	}
}
