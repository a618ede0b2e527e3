package org.infostate;

import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What the tests inside the server run in: the WAR that ships, with the test classes added,
 * deployed once for all of them.
 */
@ArquillianSuiteDeployment
public class Suite {

  @Deployment
  public static WebArchive war() {
    return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
        .importFrom(new File(System.getProperty("test.war")))
        .as(WebArchive.class)
        .addClasses(Suite.class, org.infostate.response.StoredResponsesIT.class);
  }
}
