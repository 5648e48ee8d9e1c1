package io.github.warmbatch.checkpoint;

import io.github.warmbatch.drift.DataProfile;
import io.github.warmbatch.drift.DriftFinding;
import io.github.warmbatch.training.ModelSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one manifest says about one job, or about the numbers before it. */
public sealed interface Decision {

  /** The name under which manifests and {@code checkpoints list} know this kind. */
  String kind();

  /**
   * A data set was learned; there is a new state.
   *
   * @param job the job
   * @param dataset what was learned
   * @param rows how many rows it has
   * @param model what the new state is of
   * @param scores how good the model is
   * @param timings where the time went
   * @param profile what the columns hold; null in what older versions wrote
   * @param drift in what the data set is not like those before it in the chain
   */
  record Absorbed(
      JobRef job,
      DatasetId dataset,
      long rows,
      Model model,
      Scores scores,
      Timings timings,
      @Nullable DataProfile profile,
      List<DriftFinding> drift)
      implements Decision {
    /** A decision, its list copied. */
    public Absorbed {
      drift = List.copyOf(drift);
    }

    /** A decision about a data set that has no profile. */
    public Absorbed(
        JobRef job, DatasetId dataset, long rows, Model model, Scores scores, Timings timings) {
      this(job, dataset, rows, model, scores, timings, null, List.of());
    }

    @Override
    public String kind() {
      return "absorbed";
    }
  }

  /**
   * A job was given up; the state is the parent's.
   *
   * @param job the job
   * @param sha256 the digest of what could not be learned, where it could be read
   * @param reason why, for people
   * @param spec what the lineage is bound to
   */
  record Dead(JobRef job, @Nullable String sha256, String reason, ModelSpec spec)
      implements Decision {
    @Override
    public String kind() {
      return "dead";
    }
  }

  /**
   * The lineage goes on from its parent, an ancestor of the head before it; the numbers in between
   * are abandoned. The state is the parent's.
   *
   * @param abandoned the abandoned numbers, ascending
   * @param jobs the jobs that were absorbed in them, in that order
   * @param disposition what is to become of those jobs
   * @param reason why, for people
   */
  record BackTo(List<Long> abandoned, List<JobRef> jobs, Disposition disposition, String reason)
      implements Decision {
    /** A decision, its lists copied. */
    public BackTo {
      abandoned = List.copyOf(abandoned);
      jobs = List.copyOf(jobs);
    }

    @Override
    public String kind() {
      return "back-to";
    }
  }

  /** What is to become of the jobs of abandoned numbers. */
  enum Disposition {
    /** They are obligations: the next worker does them before anything else, in order. */
    REQUEUE,
    /** They count as decided and are not done again. */
    SKIP
  }
}
