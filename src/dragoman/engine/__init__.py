"""Where the report steps run: in this process, or in a pool of processes on this machine."""
