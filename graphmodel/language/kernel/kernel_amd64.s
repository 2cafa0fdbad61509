#include "textflag.h"

// Every sum runs over the inputs in ascending order with one accumulator an
// output, in each of the routines: a row gets the same bits from all of them.

// STEP adds input IN of six rows, at byte OFF of each, times 16 weights.
// SI and R9 are rows 0 and 3, AX the bytes between rows, DI the weights.
#define STEP(off, woff) \
	VMOVUPS      woff(DI), Y12       \
	VMOVUPS      (woff+32)(DI), Y13  \
	VBROADCASTSS off(SI), Y14        \
	VBROADCASTSS off(SI)(AX*1), Y15  \
	VFMADD231PS  Y12, Y14, Y0        \
	VFMADD231PS  Y13, Y14, Y1        \
	VFMADD231PS  Y12, Y15, Y2        \
	VFMADD231PS  Y13, Y15, Y3        \
	VBROADCASTSS off(SI)(AX*2), Y14  \
	VBROADCASTSS off(R9), Y15        \
	VFMADD231PS  Y12, Y14, Y4        \
	VFMADD231PS  Y13, Y14, Y5        \
	VFMADD231PS  Y12, Y15, Y6        \
	VFMADD231PS  Y13, Y15, Y7        \
	VBROADCASTSS off(R9)(AX*1), Y14  \
	VBROADCASTSS off(R9)(AX*2), Y15  \
	VFMADD231PS  Y12, Y14, Y8        \
	VFMADD231PS  Y13, Y14, Y9        \
	VFMADD231PS  Y12, Y15, Y10       \
	VFMADD231PS  Y13, Y15, Y11

// func tile6(in int, x *float32, xBytes int, w, b, y *float32, yBytes int)
TEXT ·tile6(SB), NOSPLIT, $0-56
	MOVQ in+0(FP), CX
	MOVQ x+8(FP), SI
	MOVQ xBytes+16(FP), AX
	MOVQ w+24(FP), DI
	MOVQ b+32(FP), BX
	MOVQ y+40(FP), DX
	MOVQ yBytes+48(FP), R8
	LEAQ (SI)(AX*2), R9
	ADDQ AX, R9
	VMOVUPS (BX), Y0
	VMOVUPS 32(BX), Y1
	VMOVAPS Y0, Y2
	VMOVAPS Y1, Y3
	VMOVAPS Y0, Y4
	VMOVAPS Y1, Y5
	VMOVAPS Y0, Y6
	VMOVAPS Y1, Y7
	VMOVAPS Y0, Y8
	VMOVAPS Y1, Y9
	VMOVAPS Y0, Y10
	VMOVAPS Y1, Y11
	SHRQ $2, CX

tileLoop:
	STEP(0, 0)
	STEP(4, 64)
	STEP(8, 128)
	STEP(12, 192)
	ADDQ $16, SI
	ADDQ $16, R9
	ADDQ $256, DI
	DECQ CX
	JNZ  tileLoop
	LEAQ (DX)(R8*2), R9
	ADDQ R8, R9
	VMOVUPS Y0, (DX)
	VMOVUPS Y1, 32(DX)
	VMOVUPS Y2, (DX)(R8*1)
	VMOVUPS Y3, 32(DX)(R8*1)
	VMOVUPS Y4, (DX)(R8*2)
	VMOVUPS Y5, 32(DX)(R8*2)
	VMOVUPS Y6, (R9)
	VMOVUPS Y7, 32(R9)
	VMOVUPS Y8, (R9)(R8*1)
	VMOVUPS Y9, 32(R9)(R8*1)
	VMOVUPS Y10, (R9)(R8*2)
	VMOVUPS Y11, 32(R9)(R8*2)
	VZEROUPPER
	RET

// func rowWide(in int, x, w, b, y *float32)
TEXT ·rowWide(SB), NOSPLIT, $0-40
	MOVQ in+0(FP), CX
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), DI
	MOVQ b+24(FP), BX
	MOVQ y+32(FP), DX
	MOVQ CX, AX
	SHLQ $6, AX            // bytes of a panel
	LEAQ (DI)(AX*1), R9
	LEAQ (DI)(AX*2), R10
	LEAQ (R9)(AX*2), R11
	VMOVUPS 0(BX), Y0
	VMOVUPS 32(BX), Y1
	VMOVUPS 64(BX), Y2
	VMOVUPS 96(BX), Y3
	VMOVUPS 128(BX), Y4
	VMOVUPS 160(BX), Y5
	VMOVUPS 192(BX), Y6
	VMOVUPS 224(BX), Y7

wideLoop:
	VBROADCASTSS (SI), Y8
	VFMADD231PS (DI), Y8, Y0
	VFMADD231PS 32(DI), Y8, Y1
	VFMADD231PS (R9), Y8, Y2
	VFMADD231PS 32(R9), Y8, Y3
	VFMADD231PS (R10), Y8, Y4
	VFMADD231PS 32(R10), Y8, Y5
	VFMADD231PS (R11), Y8, Y6
	VFMADD231PS 32(R11), Y8, Y7
	ADDQ $4, SI
	ADDQ $64, DI
	ADDQ $64, R9
	ADDQ $64, R10
	ADDQ $64, R11
	DECQ CX
	JNZ  wideLoop
	VMOVUPS Y0, 0(DX)
	VMOVUPS Y1, 32(DX)
	VMOVUPS Y2, 64(DX)
	VMOVUPS Y3, 96(DX)
	VMOVUPS Y4, 128(DX)
	VMOVUPS Y5, 160(DX)
	VMOVUPS Y6, 192(DX)
	VMOVUPS Y7, 224(DX)
	VZEROUPPER
	RET

// func rowNarrow(in int, x, w, b, y *float32)
TEXT ·rowNarrow(SB), NOSPLIT, $0-40
	MOVQ in+0(FP), CX
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), DI
	MOVQ b+24(FP), BX
	MOVQ y+32(FP), DX
	VMOVUPS (BX), Y0
	VMOVUPS 32(BX), Y1

narrowLoop:
	VBROADCASTSS (SI), Y8
	VFMADD231PS (DI), Y8, Y0
	VFMADD231PS 32(DI), Y8, Y1
	ADDQ $4, SI
	ADDQ $64, DI
	DECQ CX
	JNZ  narrowLoop
	VMOVUPS Y0, (DX)
	VMOVUPS Y1, 32(DX)
	VZEROUPPER
	RET
