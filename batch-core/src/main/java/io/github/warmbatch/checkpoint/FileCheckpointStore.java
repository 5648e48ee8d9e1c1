package io.github.warmbatch.checkpoint;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

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
  private final FileOperations files;
  private final OutputDirectory output;
  private final boolean writable;
  private final RecordLog records;
  private final ManifestLog manifests;
  private final PromotionLog promotions;
  private final Publisher publisher;

  FileCheckpointStore(FileOperations files, Path directory, Clock clock, boolean writable) {
    this.files = files;
    this.output = new OutputDirectory(files, directory);
    this.writable = writable;
    this.records = new RecordLog(files, output.lineage());
    this.manifests = new ManifestLog(records, writable);
    this.promotions = new PromotionLog(new RecordLog(files, output.promotions()), clock);
    this.publisher = new Publisher(files, records, clock);
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
          new FreeSpace(files, output.lineage()).require(manifests.refresh());
          return output;
        });
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
    if (Admission.isLate(draft, lineage)) {
      return new CommitResult.Lost();
    }
    Rehearsal.require(draft);
    output.prepare();
    CommitResult result = publisher.publish(draft, lineage);
    if (result instanceof CommitResult.Committed committed) {
      manifests.add(committed.manifest());
    }
    return result;
  }

  @Override
  public <T> T readState(Manifest absorbed, StateReader<T> reader) {
    return new StateReading(files, stateFile(absorbed), absorbed.state())
        .read((header, payload) -> reader.readFrom(header.model(), payload));
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
    return Uninterrupted.call(this::lastPromotion);
  }

  private Optional<Promotion> lastPromotion() {
    List<Promotion> all = promotions.refresh();
    Lineage lineage = manifests.refresh();
    return all.stream()
        .filter(promotion -> promotion.number() <= lineage.head())
        .filter(promotion -> !lineage.isAbandoned(promotion.number()))
        .reduce((earlier, later) -> later);
  }

  @Override
  public Promotion promote(long number, String reason) {
    requireWritable();
    return Uninterrupted.call(
        () -> {
          Admission.requirePromotable(number, manifests.refresh());
          output.preparePromotions();
          return promotions.append(number, reason);
        });
  }

  @Override
  public List<Verification> verify() {
    return new LineageCheck(files, records, manifests).run();
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
