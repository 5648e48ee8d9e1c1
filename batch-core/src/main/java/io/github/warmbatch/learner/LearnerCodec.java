package io.github.warmbatch.learner;

import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.StateCodec;
import io.github.warmbatch.training.StateFormatException;
import io.github.warmbatch.training.TrainingSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

final class LearnerCodec implements StateCodec<LearnerState> {
  LearnerCodec(LearnerOptions options, boolean withTrees) {}
  @Override public void write(LearnerState state, OutputStream out) throws IOException {}
  @Override public LearnerState read(InputStream in, TrainingSpec spec) throws IOException { throw new StateFormatException("no"); }
}
