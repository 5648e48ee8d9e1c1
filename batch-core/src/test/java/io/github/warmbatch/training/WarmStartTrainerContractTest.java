package io.github.warmbatch.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DoubleColumn;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract fails where a law is broken. */
class WarmStartTrainerContractTest {

  /** A law, to be tried on a trainer that breaks it. */
  private interface Law {
    void check(WarmStartTrainerContract contract) throws Exception;
  }

  private static void assertBroken(Supplier<StumpTrainer> trainer, Law law) {
    WarmStartTrainerContract contract =
        new WarmStartTrainerContract() {
          @Override
          public WarmStartTrainer<?> trainer() {
            return trainer.get();
          }
        };
    assertThatThrownBy(() -> law.check(contract)).isInstanceOf(AssertionError.class);
  }

  private static class Forgetful extends StumpTrainer {
    @Override
    public StateCodec<Counts> codec() {
      return new Codec() {
        @Override
        public Counts read(InputStream in, TrainingSpec spec) throws IOException {
          Counts read = super.read(in, spec);
          read.bySide.values().forEach(counts -> counts[1] /= 2);
          return read;
        }
      };
    }
  }

  @Test
  void noticesAStateThatLosesSomethingOnItsWayThroughAFile() {
    assertBroken(Forgetful::new, ResumingLaws::goesOnFromAFileWhereverItWasInterrupted);
    assertBroken(Forgetful::new, ResumingLaws::goesOnFromAFileAfterEveryBatch);
  }

  private static class Moody extends StumpTrainer {
    @Override
    int side(double value) {
      return value > 60 + ThreadLocalRandom.current().nextGaussian() ? 1 : 0;
    }
  }

  @Test
  void noticesChance() {
    assertBroken(Moody::new, LearningLaws::learnsTheSameFromTheSameBatches);
    assertBroken(Moody::new, PredictionLaws::predictsTheSameFromManyThreads);
    assertBroken(Moody::new, ResumingLaws::isNotChangedByBeingAskedOrSavedInBetween);
  }

  private static class Blind extends StumpTrainer {
    @Override
    int side(double value) {
      return 0;
    }
  }

  @Test
  void noticesThatNothingIsLearned() {
    assertBroken(Blind::new, LearningLaws::learnsAPattern);
    assertBroken(Blind::new, LearningLaws::learnsAClassFirstMetInTheThirdBatch);
    assertBroken(Blind::new, InputLaws::isNotPoisonedByMissingAndInfiniteValues);
  }

  private static class Careless extends StumpTrainer {
    @Override
    void require(Counts state, DataSet features) {
      // takes whatever comes
    }
  }

  @Test
  void noticesThatOtherColumnsAreTaken() {
    assertBroken(Careless::new, InputLaws::refusesToLearnOtherColumns);
    assertBroken(Careless::new, InputLaws::refusesToPredictForOtherColumns);
  }

  private static class Scribbler extends StumpTrainer {
    @Override
    public Counts train(Counts state, Batch batch) {
      ((DoubleColumn) batch.features().column(0)).values()[0] = 0;
      return super.train(state, batch);
    }
  }

  @Test
  void noticesThatTheInputIsWrittenTo() {
    assertBroken(Scribbler::new, InputLaws::doesNotWriteToWhatItIsGiven);
  }

  /** Learns into the very counts that its predictors look at. */
  private static class Live extends StumpTrainer {
    @Override
    public Counts train(Counts state, Batch batch) {
      Counts next = super.train(state, batch);
      state.bySide.putAll(next.bySide);
      state.classes = next.classes;
      return state;
    }
  }

  @Test
  void noticesAPredictorThatLearnsOn() {
    assertBroken(Live::new, PredictionLaws::predictsTheSameWhateverIsLearnedLater);
  }

  private static class Lenient extends StumpTrainer {
    @Override
    public StateCodec<Counts> codec() {
      return new Codec() {
        @Override
        public void write(Counts state, OutputStream out) throws IOException {
          try (out) {
            super.write(state, out);
          }
        }

        @Override
        public Counts read(InputStream in, TrainingSpec spec) {
          try {
            return super.read(in, spec);
          } catch (IOException e) {
            return new Counts(spec);
          }
        }
      };
    }
  }

  @Test
  void noticesACodecThatTakesAnything() {
    assertBroken(Lenient::new, StateLaws::refusesAStateThatEndsEarly);
    assertBroken(Lenient::new, StateLaws::refusesWhatIsNoState);
    assertBroken(Lenient::new, StateLaws::refusesAStateForOtherColumns);
    assertBroken(Lenient::new, StateLaws::leavesTheStreamOpenThatItWritesTo);
  }

  private static class Greedy extends StumpTrainer {
    @Override
    public StateCodec<Counts> codec() {
      return new Codec() {
        @Override
        public Counts read(InputStream in, TrainingSpec spec) throws IOException {
          in.mark(4);
          byte[] buffer = new byte[8 << 20];
          in.reset();
          return buffer.length > 0 ? super.read(in, spec) : new Counts(spec);
        }
      };
    }
  }

  @Test
  void noticesACodecThatTakesMemory() {
    assertBroken(Greedy::new, StateLaws::readsOrRefusesAStateWithFlippedBits);
  }

  private static class Bored extends StumpTrainer {
    @Override
    public Counts train(Counts state, Batch batch) {
      Counts next = super.train(state, batch);
      next.add("0", 0, batch.rows() == 0 ? 1 : 0);
      return next;
    }
  }

  @Test
  void noticesThatABatchOfNoRowsChangesSomething() {
    assertBroken(Bored::new, LearningLaws::isNotChangedByABatchOfNoRows);
  }

  private static class Unsure extends StumpTrainer {
    @Override
    public Predictor predictor(Counts state) {
      return new Predictor() {
        @Override
        public LabelClasses classes() {
          return state.classes;
        }

        @Override
        public Predictions predict(DataSet features) {
          double[] shares = new double[features.rows() * state.classes.size()];
          for (int row = 0; row < features.rows(); row++) {
            shares[row * state.classes.size()] = features.column(0).number(row);
          }
          return new Predictions(state.classes, shares);
        }
      };
    }
  }

  @Test
  void noticesProbabilitiesThatAreNone() {
    assertBroken(Unsure::new, PredictionLaws::predictsProbabilities);
    assertBroken(Unsure::new, LearningLaws::learnsFromOneRow);
    assertBroken(Unsure::new, LearningLaws::learnsFromRowsOfOneClass);
    assertBroken(Unsure::new, LearningLaws::hasNoPredictorBeforeItLearned);
    assertBroken(Unsure::new, InputLaws::predictsFiniteProbabilitiesAfterTheLargestNumbers);
    assertBroken(Unsure::new, InputLaws::predictsForValuesThatNeverOccurred);
    assertBroken(Unsure::new, InputLaws::learnsWhereColumnsHaveNoValueAtAll);
  }
}
