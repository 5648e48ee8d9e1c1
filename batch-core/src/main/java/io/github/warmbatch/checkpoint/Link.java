package io.github.warmbatch.checkpoint;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain: what the ledger needs of it, and where all of it is to be had. Safe for
 * use from many threads.
 */
final class Link {
  private final Entry entry;
  private final Supplier<Manifest> source;

  private Link(Entry entry, Supplier<Manifest> source) {
    this.entry = entry;
    this.source = source;
  }

  /** A link whose manifest is at hand and stays so. */
  static Link of(Manifest manifest) {
    return new Link(Entry.of(manifest), () -> manifest);
  }

  /** A link whose manifest is read when it is asked for, and kept as long as there is memory. */
  static Link readLater(Entry entry, Supplier<Manifest> reader) {
    return new Link(entry, new Softly(reader, null));
  }

  /** A link whose manifest is kept as long as there is memory, and read again thereafter. */
  static Link readAgain(Manifest manifest, Supplier<Manifest> reader) {
    return new Link(Entry.of(manifest), new Softly(reader, manifest));
  }

  Entry entry() {
    return entry;
  }

  /**
   * The whole manifest.
   *
   * @throws CheckpointException when it must be read and cannot be, or is not the one it was
   */
  Manifest manifest() {
    return source.get();
  }

  private static final class Softly implements Supplier<Manifest> {
    private final Supplier<Manifest> reader;
    private volatile @Nullable SoftReference<Manifest> kept;

    Softly(Supplier<Manifest> reader, @Nullable Manifest manifest) {
      this.reader = reader;
      this.kept = manifest == null ? null : new SoftReference<>(manifest);
    }

    @Override
    public Manifest get() {
      SoftReference<Manifest> reference = kept;
      Manifest manifest = reference == null ? null : reference.get();
      if (manifest == null) {
        manifest = reader.get();
        kept = new SoftReference<>(manifest);
      }
      return manifest;
    }
  }
}
