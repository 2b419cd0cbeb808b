public import Findings
public import TabularText

/// What cars meet in and around Brussels, as tables of the project: `Streets/congestion.csv` and
/// `Streets/parking.csv`, whose zones are those of `Zones`.
public enum CarTables {
  public static func congestion() throws(Failure) -> Table {
    try Table(file: "congestion.csv", text: EmbeddedText.of(PackageResources.congestion_csv))
  }

  public static func parking() throws(Failure) -> Table {
    try Table(file: "parking.csv", text: EmbeddedText.of(PackageResources.parking_csv))
  }
}
