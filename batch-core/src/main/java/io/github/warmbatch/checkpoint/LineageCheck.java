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
import org.jspecify.annotations.Nullable;

/** Reads everything that is kept, from the files and not from memory. */
final class LineageCheck {
  private final FileOperations files;
  private final RecordLog records;
  private final ManifestLog log;
  private final Map<Long, Manifest> manifests = new TreeMap<>();
  private final Map<Long, String> damages = new TreeMap<>();
  private final Set<Long> abandoned = new HashSet<>();

  LineageCheck(FileOperations files, RecordLog records, ManifestLog log) {
    this.files = files;
    this.records = records;
    this.log = log;
  }

  /**
   * What was found about each number, in order.
   *
   * @throws CheckpointException when a file could not be read, which says nothing about its content
   */
  List<Verification> run() {
    readManifests();
    long newest =
        manifests.values().stream()
            .filter(manifest -> manifest.state() != null && !isAbandoned(manifest))
            .mapToLong(Manifest::number)
            .max()
            .orElse(0);
    List<Verification> found = new ArrayList<>();
    damages.forEach((number, damage) -> found.add(corrupt(number, damage)));
    manifests.values().forEach(manifest -> found.add(check(manifest, newest)));
    found.sort((a, b) -> Long.compare(a.number(), b.number()));
    return found;
  }

  private void readManifests() {
    long listed = log.largestListed();
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

  private Verification check(Manifest manifest, long newest) {
    long number = manifest.number();
    Manifest parent = manifests.get(manifest.parent());
    String digest = parent == null ? null : parent.sha256();
    boolean known = parent != null || manifest.parent() == 0;
    if (known && !Objects.equals(digest, manifest.parentSha256())) {
      return corrupt(number, "the manifest names another digest of its parent");
    }
    return checkState(manifest, newest);
  }

  private Verification checkState(Manifest manifest, long newest) {
    long number = manifest.number();
    StateRef state = manifest.state();
    boolean taken = isAbandoned(manifest);
    if (state == null) {
      return new Verification(number, taken ? Status.ABANDONED : Status.OK, "manifest whole");
    }
    String damage = damageOf(state);
    if (damage == null) {
      return new Verification(
          number, taken ? Status.ABANDONED : Status.OK, "manifest and state whole");
    }
    if (!damage.isEmpty()) {
      return corrupt(number, damage);
    }
    if (number == newest) {
      return corrupt(number, "the state of the model as it is now is missing: " + state.file());
    }
    return new Verification(
        number, taken ? Status.ABANDONED : Status.PRUNED, "manifest whole, state removed");
  }

  /** What is wrong with a state: null for nothing, empty when it is not there. */
  private @Nullable String damageOf(StateRef state) {
    try {
      new StateReading(files, records.directory().resolve(state.file()), state)
          .read((header, payload) -> state);
      return null;
    } catch (CorruptStateException e) {
      return e.getMessage();
    } catch (CheckpointException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return "";
      }
      throw e;
    }
  }

  private static Verification corrupt(long number, String detail) {
    return new Verification(number, Status.CORRUPT, detail);
  }
}
