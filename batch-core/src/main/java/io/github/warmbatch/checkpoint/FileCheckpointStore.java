package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.MarkLog.Wish;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a lineage in a directory of a shared file system: everything under {@code lineage/} there.
 *
 * <p>A decision is published by giving a synced file its number as a second name, which a file
 * system does for one of many writers and never in part. So nothing here locks, and whoever is
 * killed leaves at most files that nobody looks at. Manifests are never changed and never deleted.
 *
 * <p>The file system must know hard links and keep what it was told to sync: ext4, xfs, btrfs and
 * NFS do. It is tried out before the first write.
 */
public final class FileCheckpointStore implements CheckpointStore {
  private static final Logger LOG = LoggerFactory.getLogger(FileCheckpointStore.class);
  private static final int LEDGER_INTERVAL = 256;

  private final FileOperations files;
  private final OutputDirectory output;
  private final boolean writable;
  private final RecordLog records;
  private final ManifestLog manifests;
  private final MarkLog marks;
  private final Publisher publisher;
  private final Sweep sweep;
  private final StateRetention retention;
  private boolean swept;

  FileCheckpointStore(FileOperations files, Path directory, Clock clock, boolean writable) {
    this(files, directory, new Settings(clock, writable, LEDGER_INTERVAL));
  }

  FileCheckpointStore(FileOperations files, Path directory, Settings settings) {
    this.files = files;
    this.output = new OutputDirectory(files, directory);
    this.writable = settings.writable();
    this.records = new RecordLog(files, output.lineage());
    this.manifests = new ManifestLog(records, ledger(settings), writable);
    this.marks =
        new MarkLog(
            new RecordLog(files, output.promotions()),
            settings.clock(),
            () -> output.prepare(output.promotions()));
    this.publisher = new Publisher(files, records, settings.clock());
    this.sweep = new Sweep(files, output);
    this.retention = new StateRetention(manifests, marks, sweep, this::isWhole);
  }

  /**
   * What a store is opened with.
   *
   * @param clock for the times in what is written
   * @param writable whether anything may be written
   * @param interval how many decisions a part of the cached ledger has
   */
  record Settings(Clock clock, boolean writable, int interval) {}

  private LedgerCache ledger(Settings settings) {
    return new LedgerCache(
        new RecordLog(files, output.ledger()),
        () -> output.prepare(output.ledger()),
        settings.interval());
  }

  /**
   * The lineage in this directory, to be continued, or begun where there is none: nothing is
   * written before {@link #prepare} or the first commit.
   *
   * @throws IllegalArgumentException when the path is not of the default file system
   */
  public static FileCheckpointStore in(Path outputDirectory) {
    return new FileCheckpointStore(
        new LocalFiles(), checked(outputDirectory), Clock.systemUTC(), true);
  }

  /**
   * The lineage in this directory, to be looked at: nothing is ever written, so the directory may
   * be read-only, and where there is no lineage, every method says so by a {@link
   * CheckpointException}.
   *
   * @throws IllegalArgumentException when the path is not of the default file system
   */
  public static FileCheckpointStore readOnly(Path outputDirectory) {
    return new FileCheckpointStore(
        new LocalFiles(), checked(outputDirectory), Clock.systemUTC(), false);
  }

  @Override
  public void prepare() {
    requireWritable();
    Uninterrupted.call(
        () -> {
          output.prepare();
          Lineage lineage = manifests.refresh();
          sweepOnce(lineage);
          new FreeSpace(files, output.lineage()).require(lineage);
          manifests.keepCache();
          return output;
        });
  }

  /** What cannot be proven to be garbage stays; it stops nobody. */
  private synchronized void sweepOnce(Lineage lineage) {
    if (swept) {
      return;
    }
    try {
      sweep.run(lineage, marks.refresh());
      swept = true;
    } catch (CheckpointException e) {
      LOG.warn("Nothing is swept: {}", e.getMessage());
    }
  }

  @Override
  public Lineage lineage() {
    return Uninterrupted.call(manifests::refresh);
  }

  @Override
  public CommitResult commit(Draft draft) {
    requireWritable();
    return Uninterrupted.call(() -> publish(draft));
  }

  private CommitResult publish(Draft draft) {
    Lineage lineage = manifests.refresh();
    if (Admission.isLate(draft, lineage, givenUp(draft))) {
      return new CommitResult.Lost();
    }
    Rehearsal.require(draft);
    output.prepare();
    CommitResult result = publishOrLose(draft, lineage);
    if (result instanceof CommitResult.Committed committed) {
      manifests.add(committed.manifest());
      manifests.keepCache();
    }
    return result;
  }

  private Retention givenUp(Draft draft) {
    boolean goesBack = draft.decision() instanceof Decision.BackTo;
    return (goesBack ? marks.refresh() : Marks.NONE).retention();
  }

  /** The files of an attempt that lost may be swept away while they are being written. */
  private CommitResult publishOrLose(Draft draft, Lineage lineage) {
    try {
      return publisher.publish(draft, lineage);
    } catch (CheckpointException e) {
      if (manifests.refresh().head() > draft.expectedHead()) {
        return new CommitResult.Lost();
      }
      throw e;
    }
  }

  @Override
  public <T> T readState(Manifest absorbed, StateReader<T> reader) {
    try {
      return new StateReading(files, stateFile(absorbed), absorbed.state())
          .read((header, payload) -> reader.readFrom(header.model(), payload));
    } catch (CheckpointException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        throw missing(absorbed, e.getCause());
      }
      throw e;
    }
  }

  private CheckpointException missing(Manifest absorbed, Throwable cause) {
    return new CheckpointException(
        (retention().isPruned(absorbed.number())
                ? "The state of number %d was pruned: %s is gone; 'pin' keeps one"
                : "The state of number %d is missing: %s is not there, though it was never pruned;"
                    + " restore it from a copy")
            .formatted(absorbed.number(), stateFile(absorbed)),
        cause);
  }

  private boolean isWhole(long number) {
    Manifest manifest = manifests.refresh().find(number).orElseThrow();
    return StateRetention.isWhole(() -> readState(manifest, (model, payload) -> number));
  }

  /**
   * Where the state of an absorbed decision is, or was before it was pruned.
   *
   * @throws CheckpointException when the decision has no state of its own
   */
  public Path stateFile(Manifest absorbed) {
    StateRef state = absorbed.state();
    if (state == null) {
      throw new CheckpointException(
          "Number %d (%s) has no state of its own"
              .formatted(absorbed.number(), absorbed.decision().kind()));
    }
    return output.lineage().resolve(state.file());
  }

  @Override
  public Optional<Promotion> champion() {
    return Uninterrupted.call(
        () -> {
          Marks all = marks.refresh();
          return all.champion(manifests.refresh());
        });
  }

  @Override
  public Promotion promote(long number, String reason) {
    requireWritable();
    Mark mark =
        Uninterrupted.call(
            () ->
                marks.append(
                    before -> {
                      Admission.requirePromotable(number, manifests.refresh(), before.retention());
                      return new Wish(Mark.Kind.PROMOTE, List.of(number), reason);
                    }));
    return Objects.requireNonNull(mark).promotion();
  }

  @Override
  public Retention retention() {
    return Uninterrupted.call(() -> marks.refresh().retention());
  }

  @Override
  public Retention pin(long number, String reason) {
    requireWritable();
    return Uninterrupted.call(() -> retention.pin(number, reason));
  }

  @Override
  public Retention unpin(long number, String reason) {
    requireWritable();
    return Uninterrupted.call(() -> retention.unpin(number, reason));
  }

  @Override
  public List<Long> planPrune(int keepLast) {
    return Uninterrupted.call(() -> retention.plan(keepLast));
  }

  @Override
  public List<Long> prune(int keepLast) {
    requireWritable();
    return Uninterrupted.call(() -> retention.prune(keepLast));
  }

  @Override
  public List<Verification> verify() {
    return new LineageCheck(files, records, manifests, this::retention).run();
  }

  private void requireWritable() {
    if (!writable) {
      throw new UnsupportedOperationException(
          "%s was opened for reading only".formatted(output.lineage()));
    }
  }

  private static Path checked(Path directory) {
    if (directory.getFileSystem() != FileSystems.getDefault()) {
      throw new IllegalArgumentException(
          "%s is not in the default file system".formatted(directory));
    }
    return directory.toAbsolutePath().normalize();
  }
}
