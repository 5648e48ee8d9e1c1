package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The manifests of a directory, and the lineage that they make. Manifests never change, so of each
 * the ledger's entry is read once, those of long ago from a cache. Safe for use from many threads.
 */
final class ManifestLog {
  private static final Logger LOG = LoggerFactory.getLogger(ManifestLog.class);

  private final RecordLog records;
  private final LedgerCache cache;
  private final boolean mayBeNone;
  private Lineage known = Lineage.of(List.of());
  private boolean listed;
  private long cached;

  /**
   * A log.
   *
   * @param mayBeNone whether a directory that is not there is an empty lineage, to be begun
   */
  ManifestLog(RecordLog records, LedgerCache cache, boolean mayBeNone) {
    this.records = records;
    this.cache = cache;
    this.mayBeNone = mayBeNone;
  }

  /** The lineage with everything published by now, on stable storage. */
  synchronized Lineage refresh() {
    Set<Long> names = listed ? Set.of() : listed();
    Lineage before = listed ? known : cached(names);
    long expected = Math.max(RecordLog.largest(names), before.head());
    List<Link> fresh = new ArrayList<>();
    for (long number = before.head() + 1; ; number++) {
      Manifest manifest = read(number);
      if (manifest == null) {
        checkGap(number, expected);
        break;
      }
      fresh.add(link(manifest));
    }
    if (!fresh.isEmpty() || before.head() > known.head()) {
      settle();
      known = follow(before, fresh);
    }
    listed = true;
    return known;
  }

  /** Takes note of a manifest that this process has published. */
  synchronized void add(Manifest manifest) {
    if (manifest.number() == known.head() + 1) {
      known = known.withLinks(List.of(link(manifest)));
    }
  }

  /** Caches what is not cached yet, as far as it is worth it. */
  synchronized void keepCache() {
    cache.write(known, cached);
    cached = known.head();
  }

  /** The lineage up to where the cache knows it, if a manifest confirms that. */
  private Lineage cached(Set<Long> names) {
    List<Entry> entries = cache.read();
    if (entries.isEmpty() || !isConfirmed(entries.get(entries.size() - 1))) {
      return known;
    }
    Lineage lineage;
    try {
      lineage = known.withLinks(entries.stream().map(this::link).toList());
    } catch (CheckpointException e) {
      LOG.warn("The ledger in {} is passed over: {}", directory(), e.getMessage());
      return known;
    }
    checkThere(lineage.head(), names);
    cached = lineage.head();
    return lineage;
  }

  /** What a listing lacks may be there all the same. */
  private void checkThere(long head, Set<Long> names) {
    for (long number = 1; number <= head; number++) {
      if (!names.contains(number) && read(number) == null) {
        throw missing(number, head);
      }
    }
  }

  private boolean isConfirmed(Entry newest) {
    Manifest manifest = read(newest.number());
    return manifest != null && Entry.of(manifest).equals(newest);
  }

  private Link link(Manifest manifest) {
    return Link.readAgain(manifest, () -> load(manifest.number(), manifest.sha256()));
  }

  private Link link(Entry entry) {
    return Link.readLater(entry, () -> load(entry.number(), entry.sha256()));
  }

  private Manifest load(long number, String sha256) {
    Manifest manifest = read(number);
    if (manifest == null) {
      throw missing(number, number);
    }
    if (!manifest.sha256().equals(sha256)) {
      throw new CheckpointException(
          "%s is not what it was: its digest is %s, the ledger has %s; restore it from a copy"
              .formatted(records.file(number), manifest.sha256(), sha256));
    }
    return manifest;
  }

  /** The numbers in a listing, none where there is no directory yet. */
  Set<Long> listed() {
    try {
      return records.listed();
    } catch (NoSuchFileException e) {
      if (mayBeNone) {
        return Set.of();
      }
      throw new CheckpointException(
          "There is no lineage: %s is not there; is this the output directory?"
              .formatted(directory()),
          e);
    } catch (IOException e) {
      throw new CheckpointException(
          "%s cannot be listed: %s".formatted(directory(), FileProblem.describe(e)), e);
    }
  }

  /**
   * Reads one manifest from its file.
   *
   * @return null when there is none
   */
  @Nullable Manifest read(long number) {
    Path file = records.file(number);
    try {
      byte[] content = records.read(number);
      return content == null ? null : decode(number, content);
    } catch (IOException e) {
      throw new CheckpointException(
          "%s cannot be read: %s".formatted(file, FileProblem.describe(e)), e);
    } catch (CheckpointException e) {
      throw new CheckpointException(
          "%s: %s. Without it the lineage ends here; restore this file from a copy"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static Manifest decode(long number, byte[] content) {
    Manifest manifest = ManifestJson.read(content);
    if (manifest.number() != number) {
      throw new CheckpointException("it is the manifest of number " + manifest.number());
    }
    return manifest;
  }

  private void checkGap(long missing, long expected) {
    if (missing <= expected) {
      throw missing(missing, expected);
    }
  }

  private CheckpointException missing(long missing, long expected) {
    return new CheckpointException(
        "%s is missing, though there is %s; manifests are never deleted: restore it from a copy"
            .formatted(
                records.file(missing),
                missing == expected ? "one that follows it" : FileNames.record(expected)));
  }

  /** Whoever published them may have died before they were on stable storage. */
  private void settle() {
    try {
      records.sync();
    } catch (IOException e) {
      throw new CheckpointException(
          "%s cannot be synced: %s".formatted(directory(), FileProblem.describe(e)), e);
    }
  }

  private Lineage follow(Lineage before, List<Link> fresh) {
    try {
      return before.withLinks(fresh);
    } catch (CheckpointException e) {
      throw new CheckpointException("%s: %s".formatted(directory(), e.getMessage()), e);
    }
  }

  private Path directory() {
    return records.directory();
  }
}
