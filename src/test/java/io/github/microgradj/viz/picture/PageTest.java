package io.github.microgradj.viz.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** Tests of pages as a reader sees and uses them, in a real browser. All tests of a class share one browser. */
public abstract class PageTest {
    @TempDir
    public static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            browser = null;
        }
    }

    @AfterEach
    void nothingWasLoggedAndNothingLeftThePage() {
        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
    }

    public static void open(Path page, int width, int height) {
        browser.open(page, width, height);
    }

    public static ChromeDriver driver() {
        return browser.driver();
    }

    public static WebElement element(String id) {
        return driver().findElement(By.id(id));
    }

    public static List<WebElement> elements(String selector) {
        return driver().findElements(By.cssSelector(selector));
    }

    public static String text(String id) {
        return element(id).getText();
    }

    public static String property(String id, String name) {
        return element(id).getDomProperty(name);
    }

    /** Returns the value of an expression that is evaluated in the page. */
    public static Object answer(String expression) {
        return driver().executeScript("return " + expression);
    }

    public static void press(CharSequence keys) {
        new Actions(driver()).sendKeys(keys).perform();
    }

    /** Checks that nothing extends beyond the right edge of the page, and that these elements are within it. */
    public static void checkFits(int width, List<String> ids) {
        assertThat(answer("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0L);
        for (String id : ids) {
            var box = element(id).getRect();
            assertThat(box.getX()).as(id).isNotNegative();
            assertThat(box.getX() + box.getWidth()).as(id).isLessThanOrEqualTo(width);
            assertThat(box.getHeight()).as(id).isPositive();
        }
    }

    public static void checkFocusIsSeen() {
        assertThat(answer("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }

    /** Saves a screenshot for a person to look at. */
    public static void screenshot(String name) throws IOException {
        Files.write(Path.of("target", name), driver().getScreenshotAs(OutputType.BYTES));
    }
}
