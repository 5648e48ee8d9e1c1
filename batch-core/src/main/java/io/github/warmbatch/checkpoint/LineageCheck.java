package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Verification.Status;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads everything that is kept, from the files and not from memory. */
final class LineageCheck {
  private final FileOperations files;
  private final RecordLog records;
  private final ManifestLog log;
  private final Supplier<Retention> notes;
  private Retention retention = Marks.NONE.retention();
  private final Map<Long, Manifest> manifests = new TreeMap<>();
  private final Map<Long, String> damages = new TreeMap<>();
  private final Set<Long> abandoned = new HashSet<>();

  LineageCheck(
      FileOperations files, RecordLog records, ManifestLog log, Supplier<Retention> notes) {
    this.files = files;
    this.records = records;
    this.log = log;
    this.notes = notes;
  }

  /**
   * What was found about each number, in order.
   *
   * @throws CheckpointException when a file could not be read, which says nothing about its content
   */
  List<Verification> run() {
    readManifests();
    readNotes();
    List<Verification> found = new ArrayList<>();
    damages.forEach((number, damage) -> found.add(corrupt(number, damage)));
    manifests.values().forEach(manifest -> found.add(check(manifest)));
    found.sort((a, b) -> Long.compare(a.number(), b.number()));
    return found;
  }

  private void readManifests() {
    long listed = RecordLog.largest(log.listed());
    for (long number = 1; ; number++) {
      try {
        Manifest manifest = log.read(number);
        if (manifest != null) {
          manifests.put(number, manifest);
        } else if (number > listed) {
          return;
        } else {
          damages.put(number, "the manifest is missing");
        }
      } catch (CheckpointException e) {
        if (e.getCause() instanceof IOException) {
          throw e; // not proven to be damaged
        }
        damages.put(number, String.valueOf(e.getMessage()));
        if (number > listed) {
          return;
        }
      }
    }
  }

  /** Damaged ones are shown as number 0, for they are about many. */
  private void readNotes() {
    try {
      retention = notes.get();
    } catch (CheckpointException e) {
      if (e.getCause() instanceof IOException) {
        throw e; // not proven to be damaged
      }
      damages.put(0L, String.valueOf(e.getMessage()));
    }
  }

  private boolean isAbandoned(Manifest manifest) {
    if (abandoned.isEmpty()) {
      abandoned.add(0L);
      for (Manifest each : manifests.values()) {
        if (each.decision() instanceof Decision.BackTo backTo) {
          abandoned.addAll(backTo.abandoned());
        }
      }
    }
    return abandoned.contains(manifest.number());
  }

  private Verification check(Manifest manifest) {
    long number = manifest.number();
    Manifest parent = manifests.get(manifest.parent());
    String digest = parent == null ? null : parent.sha256();
    boolean known = parent != null || manifest.parent() == 0;
    if (known && !Objects.equals(digest, manifest.parentSha256())) {
      return corrupt(number, "the manifest names another digest of its parent");
    }
    return checkState(manifest);
  }

  private Verification checkState(Manifest manifest) {
    long number = manifest.number();
    StateRef state = manifest.state();
    boolean taken = isAbandoned(manifest);
    if (state == null) {
      return new Verification(number, taken ? Status.ABANDONED : Status.OK, "manifest whole");
    }
    if (retention.isPruned(number)) {
      return new Verification(
          number, taken ? Status.ABANDONED : Status.PRUNED, "manifest whole, state pruned");
    }
    String damage = damageOf(state);
    if (damage == null) {
      return new Verification(
          number, taken ? Status.ABANDONED : Status.OK, "manifest and state whole");
    }
    return corrupt(number, damage);
  }

  /** What is wrong with a state: null for nothing. */
  private @Nullable String damageOf(StateRef state) {
    try {
      new StateReading(files, records.directory().resolve(state.file()), state)
          .read((header, payload) -> state);
      return null;
    } catch (CorruptStateException e) {
      return e.getMessage();
    } catch (CheckpointException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return "the state is missing, though it was never pruned: " + state.file();
      }
      throw e;
    }
  }

  private static Verification corrupt(long number, String detail) {
    return new Verification(number, Status.CORRUPT, detail);
  }
}
