package dev.attune.systemtests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.attune.systemtests.fixture.Root;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {
  private static final String[] DECIDING = {
    "dev.attune..domain..",
    "dev.attune.contracts..",
    "dev.attune.instruments..",
    "dev.attune.detection.."
  };
  private static final Path ROOT = Root.path();
  private static final JavaClasses OURS =
      new ClassFileImporter().importPaths(Module.allClasses(ROOT));

  @ParameterizedTest
  @EnumSource
  void every_module_was_read(Module module) {
    assertThat(new ClassFileImporter().importPath(module.classes(ROOT)))
        .as("compiled classes of " + module)
        .isNotEmpty();
  }

  @Test
  void what_decides_is_plain_java() {
    Rules.plainJava(DECIDING).check(OURS);
  }

  @Test
  void what_decides_gives_the_same_answer_every_time() {
    Rules.sameAnswerEveryTime(DECIDING).check(OURS);
  }

  @ParameterizedTest
  @EnumSource
  void dependencies_point_one_way(Module module) {
    Rules.independent(module.packages(), module.forbiddenPackages())
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void transactions_are_never_declared_by_the_annotation_that_does_nothing() {
    Rules.noTransactional().check(OURS);
  }

  @Test
  void what_a_class_needs_comes_through_its_constructor() {
    Rules.noFieldInjection().check(OURS);
  }

  @Test
  void only_the_command_line_writes_to_the_console() {
    Rules.noConsole("dev.attune.local..", "dev.attune.benchmarks..").check(OURS);
  }

  @Test
  void there_is_one_log() {
    Rules.oneLog().check(OURS);
  }
}
