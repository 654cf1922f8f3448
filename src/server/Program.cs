return await Centrala.Server.Host.CommandLine.Run(args);
