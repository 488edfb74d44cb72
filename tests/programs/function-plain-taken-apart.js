const aws = require("@pulumi/aws");

module.exports = async () => {
  const zones = await aws.getAvailabilityZones({ state: "available" });
  zones.names.slice(0, 2).forEach((zone, index) => {
    new aws.ec2.Subnet(`subnet-${index}`, { vpcId: "vpc-1", cidrBlock: `10.0.${index}.0/24`, availabilityZone: zone });
  });
};
