import GTFSSchedule
import Testing

@Suite struct GTFSScheduleTests {
  @Test func noFileNamesAFieldTwice() {
    for file in GTFSSchedule.files {
      #expect(Set(file.fields.map(\.name)).count == file.fields.count, "\(file.name)")
    }
  }

  @Test func aPrimaryKeyIsMadeOfTheFilesOwnFields() {
    for file in GTFSSchedule.files {
      #expect(file.primaryKey.allSatisfy { file.fieldIndex($0) != nil }, "\(file.name)")
    }
  }
}
