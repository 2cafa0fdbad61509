package graphmodel

import "errors"

// What can go wrong with a graph.
var (
	// ErrNoEntity: the graph holds no entity of that id.
	ErrNoEntity = errors.New("the graph has no such entity")
	// ErrNoLink: the graph holds no such link.
	ErrNoLink = errors.New("the graph has no such link")
	// ErrDuplicate: the graph holds an entity of that id already.
	ErrDuplicate = errors.New("the graph has this entity already")
	// ErrNoEvidence: a link without a sentence behind it is not taken.
	ErrNoEvidence = errors.New("the link has no sentence behind it")
	// ErrUnfit: the link's type does not join these two kinds of things.
	ErrUnfit = errors.New("this type of link does not join these kinds of things")
)
