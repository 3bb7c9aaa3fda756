package dev.attune.feedback.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, each checked against the type of its page at build time. */
@CheckedTemplate(basePath = "pages")
final class Templates {

  private Templates() {}

  static native TemplateInstance caseload(CaseloadPage page);

  static native TemplateInstance episode(EpisodePage page);

  static native TemplateInstance signIn(SignInPage page);

  static native TemplateInstance problem(ProblemPage page);
}
