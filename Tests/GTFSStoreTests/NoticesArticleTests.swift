import Findings
import Foundation
import GTFSStore
import TestSupport
import Testing

/// The article that lists all rules is made from them.
@Suite struct NoticesArticleTests {
  private static let article = RealData.package.appendingPathComponent(
    "Sources/GTFSStore/GTFSStore.docc/Notices.md")

  private static let introduction = """
    # Notices of an import

    Every rule that `antenne import` holds a feed against: its code, what it asks, where the GTFS
    Schedule reference (revision of April 2026) asks it, and how a feed is mended.

    ## Overview

    An import reads the whole feed and collects what it finds; it does not stop at the first. A
    notice has a code, a severity, the file, line, field and value, what is wrong and how it is
    mended. The same one in many rows is a single notice with a count and its first hundred places.
    `--notices FILE.json` writes them all, and the table `feed_notices` of the network database
    keeps them beside the feed.

    An **error** refuses the feed: its timetable would be wrong or mean two things. A **warning** is
    what an analyst should look at, **info** what is harmless. A fault in a field that routing does
    not rely on, such as a colour, is a warning at most. What a row that was refused may have held
    is not missed: rules on what is not used or not there wait until no row is refused. Rules marked
    with `--repair` are errors without that option and warnings with it.

    What is asked is told here in our own words; the reference is at
    <https://gtfs.org/documentation/schedule/reference/>.
    """

  private static var text: String {
    var text = introduction + "\n"
    for group in Rule.groups {
      text += "\n### \(group.title)\n\n"
      text += "| Code | Severity | What is asked | Where | How it is mended |\n"
      text += "| --- | --- | --- | --- | --- |\n"
      for rule in group.rules {
        let remedy = rule.remedy + (rule.isRepairable ? ", or `--repair`" : "")
        let cells = [
          "`\(rule.code)`", rule.severity.rawValue, escaped(rule.requirement),
          escaped(rule.reference), escaped(remedy),
        ]
        text += "| " + cells.joined(separator: " | ") + " |\n"
      }
    }
    return text
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("_", with: "\\_").replacing("*", with: "\\*")
  }

  @Test("the article lists every rule as it is; ANTENNE_WRITE_DOCS=1 writes it anew")
  func theArticleListsEveryRule() throws {
    if ProcessInfo.processInfo.environment["ANTENNE_WRITE_DOCS"] == "1" {
      try Self.text.write(to: Self.article, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: Self.article, encoding: .utf8)
    #expect(
      written == Self.text,
      "run swift test --filter NoticesArticleTests with ANTENNE_WRITE_DOCS=1 and commit the article"
    )
  }
}
