package io.github.warmbatch;

import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.screening.ColumnScreen;
import io.github.warmbatch.screening.Finding;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.BatchBinder;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Looks at the data set that is to begin a lineage, before anything is learned: stops where a
 * column gives the label away, and leaves identifiers out.
 */
final class FirstLook {
  private final ModelSpec spec;
  private final List<String> allowed;
  private final Listeners listeners;

  FirstLook(WorkerOptions options, Listeners listeners) {
    this.spec = options.spec();
    this.allowed = options.allowedLeaks();
    this.listeners = listeners;
  }

  /**
   * What the lineage is to be bound to.
   *
   * @throws DatasetException when the data set does not fit
   * @throws ConfigurationException when a column gives the label away, and is not allowed to
   */
  ModelSpec at(String path, DataSet dataset) {
    List<Finding> identifiers;
    try {
      identifiers = requireNoLeak(path, dataset);
    } catch (DatasetException e) {
      throw e.in(path);
    }
    if (identifiers.isEmpty()) {
      return spec;
    }
    listeners.tell(listener -> listener.dropped(path, identifiers));
    return spec.withIdentifiers(identifiers.stream().map(Finding::column).toList());
  }

  /**
   * The identifiers among the columns.
   *
   * @throws DatasetException when the data set does not fit
   * @throws ConfigurationException when a column gives the label away, and is not allowed to
   */
  List<Finding> requireNoLeak(String path, DataSet dataset) {
    BatchBinder binder = new BatchBinder(spec);
    LabelClasses declared = new LabelClasses(spec.declaredClasses());
    Batch batch = binder.bind(dataset, binder.featuresOf(dataset), declared);
    ColumnScreen screen = ColumnScreen.of(batch, spec, allowed);
    if (!screen.leaks().isEmpty()) {
      throw new ConfigurationException(leaks(path, screen.leaks()));
    }
    return screen.identifiers();
  }

  private String leaks(String path, List<Finding> leaks) {
    String evidence =
        leaks.stream()
            .map(leak -> "column '%s' %s".formatted(leak.column(), leak.evidence()))
            .collect(Collectors.joining("; "));
    String columns = leaks.stream().map(Finding::column).collect(Collectors.joining(","));
    return "%s gives the label '%s' away: %s. Nothing was learned. Leave it out by --ignore %s, or, if it is known before the label is, learn from it by --allow-leak %s"
        .formatted(path, spec.label(), evidence, columns, columns);
  }
}
