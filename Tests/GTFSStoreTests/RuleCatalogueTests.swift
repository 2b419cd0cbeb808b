import Foundation
import GTFSStore
import TestSupport
import Testing

@Suite struct RuleCatalogueTests {
  private static let sources = RealData.package.appendingPathComponent("Sources")

  /// What no feed in texts can break: what holds texts together, and what takes gigabytes.
  private static let testedElsewhere: Set<String> = [
    "archive_too_large", "damaged_member", "damaged_zip", "duplicated_member", "encrypted_member",
    "file_too_large", "member_too_large", "not_a_zip", "special_file", "symlink_member",
    "too_many_members", "trip_too_long", "unreadable_member", "unsafe_path",
    "unsupported_compression", "zip_bomb",
  ]

  @Test func everyRuleIsInTheTable() {
    let inTable = Set(Fault.all.map(\.code))
    let codes = Rule.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(inTable.isDisjoint(with: Self.testedElsewhere))
    #expect(Set(codes) == inTable.union(Self.testedElsewhere))
  }

  /// Severities of the table are those that the rules name, or less where routing does without:
  /// an amount is always one of a fare.
  @Test func noFaultIsWorseThanItsRule() throws {
    let rules = Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.code, $0) })
    for fault in Fault.all {
      let rule = try #require(rules[fault.code])
      #expect(fault.severity <= rule.severity, "\(fault)")
    }
    let asSevere = Fault.all.filter { $0.severity == rules[$0.code]?.severity }.map(\.code)
    #expect(
      Set(Fault.all.map(\.code)).subtracting(asSevere) == ["invalid_amount"])
  }

  @Test func everyRuleSaysWhatItAsksWhereAndHowToMend() {
    for rule in Rule.all {
      #expect(rule.code.wholeMatch(of: /[a-z0-9]+(_[a-z0-9]+)*/) != nil)
      for text in [rule.reference, rule.requirement, rule.remedy] {
        #expect(!text.isEmpty && !text.hasSuffix(".") && !text.contains("  "), "\(rule.code)")
      }
    }
  }

  @Test func everyRuleHasAFileOfItsName() throws {
    let folder = Self.sources.appendingPathComponent("GTFSStore/Rules")
    var codes: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let found = text.matches(of: /static let \w+ = Rule\(\s*"(?<code>\w+)"/)
      #expect(found.count <= 1, "\(file)")
      for match in found {
        let code = String(match.output.code)
        codes.insert(code)
        #expect(file.lowercased() == code.replacing("_", with: "") + ".swift")
      }
    }
    #expect(codes == Set(Rule.all.map(\.code)))
  }

  /// Readers below the rules know only codes.
  @Test func everyCodeThatReadersThrowIsARule() throws {
    let codes = Set(Rule.all.map(\.code))
    var thrown: Set<String> = []
    for folder in ["GTFSStore", "TabularText", "FeedArchive"] {
      let root = Self.sources.appendingPathComponent(folder)
      let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
      for file in files ?? [] where Self.isReader(file) {
        let text = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
        for call in text.matches(of: /(?:\.unusable|Finding)\((?<before>[^}]{0,200}?)file:/) {
          for code in call.output.before.matches(of: /"(\w+)"/) {
            thrown.insert(String(code.output.1))
          }
        }
      }
    }
    #expect(thrown.isSuperset(of: ["not_a_zip", "damaged_zip", "utf16_file", "file_too_large"]))
    #expect(thrown.subtracting(codes) == [])
  }

  private static func isReader(_ file: String) -> Bool {
    file.hasSuffix(".swift") && file != "Table.swift" && !file.hasPrefix("Network/")
      && !file.hasPrefix("Loading/")
  }
}
