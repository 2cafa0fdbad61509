package session

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"byline/graphmodel/store"
	"byline/graphmodel/store/backup"
)

// The keeper makes backups of the open project beside the work on it: one when
// it is opened, and one a while after it was changed. No edit waits for it.

// keeper is a keeper at work.
type keeper struct {
	stop  context.CancelFunc
	done  chan struct{}
	again bool // the project was saved since the last copy was begun; guarded by mu
}

// keepBackups has the keeper make a copy after a while. The caller holds
// fileMu.
func (s *Session) keepBackups(after time.Duration) {
	if s.file == nil || s.p.Backups.Dir == "" {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keeper != nil {
		s.keeper.again = true
		return
	}
	s.startKeeping(s.file, after)
}

// startKeeping is keepBackups for a caller who holds mu.
func (s *Session) startKeeping(file *store.Project, after time.Duration) {
	ctx, stop := context.WithCancel(context.Background())
	s.keeper = &keeper{stop: stop, done: make(chan struct{})}
	s.copying = after == 0
	go s.keep(ctx, s.keeper, file, after)
}

// keep makes one copy, and has the next one made if the project was saved
// meanwhile.
func (s *Session) keep(ctx context.Context, k *keeper, file *store.Project, after time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(after):
	}
	s.mu.Lock()
	for (s.reading || s.settling) && ctx.Err() == nil {
		s.idle.Wait() // what a person waits for comes first
	}
	s.copying, k.again = true, false
	s.mu.Unlock()
	var err error
	if ctx.Err() == nil {
		err = s.p.Backups.Keep(ctx, file)
	}
	s.mu.Lock()
	s.keeper, s.copying = nil, false
	if ctx.Err() == nil {
		if err != nil {
			s.fail(sentence(err))
		}
		if k.again {
			s.startKeeping(file, backup.Every)
		}
	}
	s.idle.Broadcast()
	s.mu.Unlock()
	close(k.done)
	s.flush()
}

// stopKeeping gives up the copy that is being made. The caller holds fileMu.
func (s *Session) stopKeeping() {
	s.mu.Lock()
	k := s.keeper
	if k != nil {
		k.stop() // under mu, or another could be begun
		s.idle.Broadcast()
	}
	s.mu.Unlock()
	if k != nil {
		<-k.done
	}
}

// Damaged reports whether parts of the open project are not as they were saved.
func (s *Session) Damaged() bool {
	s.fileMu.Lock()
	defer s.fileMu.Unlock()
	return s.file != nil && len(s.file.Problems()) > 0
}

// Backup is when the newest backup of the project at path was made.
func (s *Session) Backup(path string) (made time.Time, ok bool) {
	all := s.p.Backups.Copies(path)
	if len(all) == 0 {
		return time.Time{}, false
	}
	return all[0].Time, true
}

// RestoreBackup copies the newest backup of the project at path that is whole
// into a new project beside it, or with the projects without a name if that
// folder takes none, and returns where.
func (s *Session) RestoreBackup(path string) (string, error) {
	made, ok := s.Backup(path)
	if !ok {
		return "", fmt.Errorf("%s: %w", filepath.Base(path), backup.ErrNone)
	}
	mark := "backup of " + made.Local().Format("2006-01-02 15.04")
	to := freeName(filepath.Dir(path), stem(path), mark)
	_, err := s.p.Backups.Restore(context.Background(), path, to)
	if err == nil || errors.Is(err, backup.ErrNone) || s.p.Dir == "" {
		return to, err
	}
	to = freeName(s.p.Dir, stem(path), mark)
	_, err = s.p.Backups.Restore(context.Background(), path, to)
	return to, err
}
