package org.infostate.profile;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.infostate.page.Paper;
import org.infostate.page.View;
import org.infostate.text.Language;

/**
 * The profile of a country as a document: what stands on its page, without what leads elsewhere.
 */
final class ProfilePaper {

  private ProfilePaper() {}

  /** To be shown by the browser, or kept under a name that says what it is. */
  static Response of(CountryProfile profile, Language language) {
    return Response.ok(
            new Paper(
                View.of("profile/paper.jte")
                    .with("profile", profile)
                    .with("radar", ProfileRadar.onPaper(profile, language))))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "inline; filename=\"" + fileName(profile, language) + "\"")
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .build();
  }

  private static String fileName(CountryProfile profile, Language language) {
    return "infostate-profile-"
        + profile.country().iso3()
        + "-"
        + profile.assessment().id()
        + (profile.year() == null ? "" : "-" + profile.year())
        + "-"
        + language.tag()
        + ".pdf";
  }
}
