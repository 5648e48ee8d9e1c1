package io.github.warmbatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNameTest {

  @ParameterizedTest
  @CsvSource({
    "datasets/training/2018-04-01.pkl, model_cpt_2018-04-01.wbm",
    "2018-04-01.csv.gz, model_cpt_2018-04-01.wbm",
    "2018-04-01.CSV.GZ, model_cpt_2018-04-01.wbm",
    "a.b.csv, model_cpt_a.b.wbm",
    "archive.gz, model_cpt_archive.wbm",
    "no-ending, model_cpt_no-ending.wbm",
    ".hidden, model_cpt_.hidden.wbm",
    "a/.., model_cpt_..wbm",
  })
  void aModelIsNamedAfterItsDataSetsFile(String path, String name) {
    assertThat(ModelName.of(path)).isEqualTo(name);
  }
}
