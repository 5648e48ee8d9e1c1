package io.github.warmbatch.report;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The files that an output directory shows beside its lineage: {@code report.txt} with a block for
 * each checkpoint of the surviving chain, {@code report.html} with curves and all decisions, and a
 * hard link {@code model_cpt_<data set>.wbm} to the state of each. All of it follows from the
 * lineage and its champion, and is rebuilt where it is missing or differs. The page loads nothing
 * from anywhere and runs no script but its own.
 *
 * <p>The data set's name is its file's name without the ending, without both of {@code .csv.gz}.
 * Where two checkpoints of the surviving chain share it, the link is the newer one's; the report
 * gives each checkpoint's number, by which the older one can still be asked for. A checkpoint that
 * is abandoned, or whose state was pruned, has no link.
 *
 * <p>Nothing else in the directory is touched. A {@code report.txt} that somebody else wrote is
 * kept as {@code report.before-warmbatch.txt}. Readers see whole links and, except while a block is
 * being appended, a whole report. Safe for use from many threads; from many processes, the last one
 * to write decides, so hand in a lineage read just before.
 */
public final class OutputViews {
  private final Path output;
  private final Staging staging;
  private final ModelLinks links;
  private final ReportFile report;
  private final PageFile page;
  private @Nullable FileCheckpointStore store;
  private boolean compared;

  private OutputViews(Path output) {
    this.output = output;
    this.staging = new Staging(output);
    this.links = new ModelLinks(output, staging);
    this.report = new ReportFile(output.resolve("report.txt"), staging);
    this.page = new PageFile(output.resolve("report.html"), staging);
  }

  /** Views in this output directory, beside its {@code lineage}. Touches nothing yet. */
  public static OutputViews in(Path output) {
    return new OutputViews(output);
  }

  /**
   * Brings the views up to date. Cheap where this object wrote them before and only checkpoints
   * were added since: only those are written. In all other cases like {@link #rebuild}. Reads who
   * the champion is from the output directory.
   *
   * @throws ViewException when a view could not be written; the others were tried all the same
   */
  public synchronized void update(Lineage lineage) {
    update(lineage, this::championThere);
  }

  /**
   * Like {@link #update(Lineage)}, and spares reading the champion again.
   *
   * @param champion who it is
   */
  public synchronized void update(Lineage lineage, Optional<Promotion> champion) {
    update(lineage, () -> champion);
  }

  private void update(Lineage lineage, Supplier<Optional<Promotion>> champion) {
    if (compared) {
      write(
          () -> links.update(lineage),
          () -> report.update(chain(lineage)),
          () -> page.write(lineage, champion));
    } else {
      rebuild(lineage, champion);
    }
  }

  /**
   * Compares every view with the lineage and writes what differs.
   *
   * @throws ViewException when a view could not be written; the others were tried all the same
   */
  public synchronized void rebuild(Lineage lineage) {
    rebuild(lineage, this::championThere);
  }

  private void rebuild(Lineage lineage, Supplier<Optional<Promotion>> champion) {
    compared = true;
    write(
        staging::sweep,
        () -> links.rebuild(lineage),
        () -> report.rebuild(chain(lineage)),
        () -> page.write(lineage, champion));
  }

  private Optional<Promotion> championThere() {
    if (store == null) {
      store = FileCheckpointStore.readOnly(output);
    }
    return store.champion();
  }

  /**
   * Takes the links of states away that were pruned just now: a link would keep their bytes on the
   * disk. Much cheaper than {@link #rebuild}.
   *
   * @param pruned the numbers
   * @throws ViewException when a link could not be removed
   */
  public synchronized void forget(Lineage lineage, List<Long> pruned) {
    write(() -> links.forget(lineage, pruned));
  }

  private static List<Manifest> chain(Lineage lineage) {
    return lineage.history().stream()
        .filter(manifest -> manifest.decision() instanceof Decision.Absorbed)
        .filter(manifest -> !lineage.isAbandoned(manifest.number()))
        .toList();
  }

  private void write(View... views) {
    ViewException failure = null;
    for (View view : views) {
      try {
        view.write();
      } catch (IOException | UncheckedIOException | InvalidPathException | CheckpointException e) {
        ViewException next =
            new ViewException(
                "A view in %s was not written: %s; the lineage is untouched, and the next worker rebuilds the view"
                    .formatted(output, e),
                e);
        if (failure == null) {
          failure = next;
        } else {
          failure.addSuppressed(next);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Writes one view. */
  @FunctionalInterface
  private interface View {
    void write() throws IOException;
  }
}
