import Testing

@testable import ModelNetwork

@Suite struct CourseTests {
  @Test func aCourseIsALineWithItsStationsInOrder() throws {
    let network = try ModelNetwork(
      stations: "station_id,name,lat,lon\nA,Alpha,50.1,4.1\nB,Beta,50.2,4.2\n",
      lines: "line_id,mode,short_name,long_name,color,path\nL,tram,7,B - A,FFFFFF,B 2 A\n",
      headways: "line_id,from,to,headway_minutes,offset_minutes\nL,07:00,09:00,10,0\n")
    #expect(
      network.courses == [
        Course(
          mode: .tram, shortName: "7",
          calls: [
            .init(identifier: "B", name: "Beta", latitude: 50.2, longitude: 4.2),
            .init(identifier: "A", name: "Alpha", latitude: 50.1, longitude: 4.1),
          ])
      ])
  }
}
