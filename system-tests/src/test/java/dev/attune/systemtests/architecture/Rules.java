package dev.attune.systemtests.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** The rules of the architecture, each as a function of the packages it is about. */
final class Rules {
  private static final String[] FRAMEWORKS = {
    "io.quarkus..",
    "io.smallrye..",
    "io.vertx..",
    "io.micrometer..",
    "org.apache.kafka..",
    "org.hibernate..",
    "org.eclipse.microprofile..",
    "org.jboss..",
    "jakarta.ws.rs..",
    "jakarta.persistence..",
    "jakarta.inject..",
    "jakarta.enterprise..",
    "jakarta.transaction..",
    "java.net.http..",
    "java.sql.."
  };

  private Rules() {}

  static ArchRule plainJava(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .as("what decides is plain Java: " + String.join(", ", packages));
  }

  static ArchRule sameAnswerEveryTime(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .accessTargetWhere(clock().or(chance()).or(environment()))
        .as("what decides reads no clock, chance or environment: " + String.join(", ", packages));
  }

  static ArchRule independent(String packages, String... forbidden) {
    return noClasses()
        .that()
        .resideInAPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .as(packages + " does not know " + String.join(", ", forbidden));
  }

  /** On reactive code it silently does nothing. */
  static ArchRule noTransactional() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("jakarta.transaction.Transactional")
        .as("no jakarta.transaction.Transactional");
  }

  static ArchRule noFieldInjection() {
    return noFields()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
        .orShould()
        .beAnnotatedWith("jakarta.persistence.PersistenceContext")
        .as("what a class needs comes through its constructor");
  }

  static ArchRule noConsole(String... exceptIn) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(exceptIn)
        .should()
        .accessTargetWhere(
            target(owner(ofType(System.class)))
                .and(target(name("out").or(name("err"))))
                .as("the console"))
        .as("nothing writes to the console outside of " + String.join(", ", exceptIn));
  }

  static ArchRule oneLog() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .orShould()
        .accessTargetWhere(
            target(name("printStackTrace"))
                .and(target(owner(DescribedPredicate.describe("a throwable", Rules::throwable))))
                .as("a printed stack trace"))
        .as("one log, and no stack trace beside it");
  }

  private static boolean throwable(JavaClass owner) {
    return owner.isAssignableTo(Throwable.class);
  }

  private static DescribedPredicate<JavaAccess<?>> clock() {
    DescribedPredicate<JavaAccess<?>> now =
        target(name("now")).and(target(owner(inPackage("java.time"))));
    DescribedPredicate<JavaAccess<?>> system =
        target(owner(ofType(Clock.class))).and(target(nameStartingWith("system")));
    DescribedPredicate<JavaAccess<?>> ticks =
        target(owner(ofType(System.class)))
            .and(target(name("currentTimeMillis").or(name("nanoTime"))));
    return now.or(system).or(ticks).as("a clock");
  }

  private static DescribedPredicate<JavaAccess<?>> chance() {
    DescribedPredicate<JavaAccess<?>> generators =
        target(
            owner(
                ofType(Random.class)
                    .or(ofType(SecureRandom.class))
                    .or(ofType(ThreadLocalRandom.class))
                    .or(ofType(RandomGenerator.class))));
    DescribedPredicate<JavaAccess<?>> uuid =
        target(owner(ofType(UUID.class))).and(target(name("randomUUID")));
    DescribedPredicate<JavaAccess<?>> math =
        target(owner(ofType(Math.class))).and(target(name("random")));
    return generators.or(uuid).or(math).as("chance");
  }

  private static DescribedPredicate<JavaAccess<?>> environment() {
    DescribedPredicate<JavaAccess<?>> access =
        target(owner(ofType(System.class)))
            .and(target(name("getenv").or(name("getProperty")).or(name("getProperties"))));
    return access.as("the environment");
  }

  private static DescribedPredicate<JavaClass> ofType(Class<?> type) {
    return DescribedPredicate.describe(
        type.getSimpleName(), owner -> owner.getName().equals(type.getName()));
  }

  private static DescribedPredicate<JavaClass> inPackage(String packageName) {
    return DescribedPredicate.describe(
        packageName, owner -> owner.getPackageName().equals(packageName));
  }
}
